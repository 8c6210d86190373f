package io.shelfwright.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.ShelfSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the list of shelves. */
final class ShelfReader {
    private final Problems problems;
    private final SettingsBinder binder;

    ShelfReader(Problems problems, SettingsBinder binder) {
        this.problems = problems;
        this.binder = binder;
    }

    List<ShelfSpec> read(@Nullable ConfigValue value, ConfigObject root) {
        List<ShelfSpec> shelves = new ArrayList<>();
        if (!(value instanceof ConfigList list) || list.isEmpty()) {
            problems.add(
                    value == null ? root.origin() : value.origin(),
                    "shelves",
                    "is missing or empty; list at least one shelf { id, title, generators }");
            return shelves;
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "shelves[" + i + "]";
            if (!(list.get(i) instanceof ConfigObject object)) {
                problems.add(list.get(i).origin(), path, "is not an object; allowed is { id, title, generators, ... }");
                continue;
            }
            Optional<ShelfSettings> settings = binder.bind(ShelfSettings.class, object, path, Set.of());
            if (settings.isEmpty()) {
                continue;
            }
            if (!ids.add(settings.get().id())) {
                problems.add(
                        object.origin(),
                        path + ".id",
                        "a second shelf has the id '" + settings.get().id() + "'");
            }
            shelf(settings.get(), object, path).ifPresent(shelves::add);
        }
        return shelves;
    }

    private Optional<ShelfSpec> shelf(ShelfSettings settings, ConfigObject object, String path) {
        Set<ItemKind> kinds = new HashSet<>();
        for (String item : settings.items()) {
            try {
                kinds.add(new ItemKind(item));
            } catch (IllegalArgumentException e) {
                problems.add(object.origin(), path + ".items", String.valueOf(e.getMessage()));
            }
        }
        if (settings.maxCards() < settings.minCards()) {
            problems.add(
                    object.origin(),
                    path + ".max-cards",
                    "is " + settings.maxCards() + ", allowed is at least min-cards, which is " + settings.minCards());
            return Optional.empty();
        }
        return Optional.of(new ShelfSpec(
                settings.id(),
                settings.title(),
                settings.kind().isEmpty() ? settings.id() : settings.kind(),
                kinds,
                settings.generators(),
                settings.minCards(),
                settings.maxCards(),
                settings.pinnedRow()));
    }
}
