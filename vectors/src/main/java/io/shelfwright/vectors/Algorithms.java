package io.shelfwright.vectors;

import com.typesafe.config.ConfigObject;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.SettingsBinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Finds algorithms by name and gives them their settings. */
public final class Algorithms {
    /** The names, the recommended one first. */
    public static final List<String> NAMES = List.of("ials", "ease", "item-knn", "popularity");

    private Algorithms() {}

    /**
     * Returns an algorithm.
     *
     * @param name one of {@link #NAMES}
     * @param settings by key; what is absent has its default
     * @throws BadRequestException if there is no such algorithm
     * @throws io.shelfwright.api.ConfigException if a setting is unknown or wrong, naming all that are
     */
    public static Algorithm of(String name, ConfigObject settings) {
        return switch (name) {
            case "ials" -> new Ials(bind(IalsSettings.class, settings));
            case "ease" -> new Ease(bind(EaseSettings.class, settings));
            case "item-knn" -> new ItemKnn(bind(ItemKnnSettings.class, settings));
            case "popularity" -> {
                if (!settings.isEmpty()) {
                    throw new BadRequestException(
                            "popularity has no settings, given are " + String.join(", ", settings.keySet()));
                }
                yield new Popularity();
            }
            default ->
                throw new BadRequestException(
                        "there is no algorithm '" + name + "'; allowed are " + String.join(", ", NAMES));
        };
    }

    private static <S extends Record> S bind(Class<S> type, ConfigObject settings) {
        Problems problems = new Problems();
        var bound = new SettingsBinder(Path.of("."), problems).bind(type, settings, "", Set.of());
        problems.throwIfAny();
        return bound.orElseThrow(() -> new IllegalStateException("settings were not bound, yet no problem was named"));
    }
}
