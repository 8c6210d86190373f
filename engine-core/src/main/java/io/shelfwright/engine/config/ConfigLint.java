package io.shelfwright.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import io.shelfwright.spi.ShelfSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is written well but cannot work: unreachable shelves, impossible slots, names that lead nowhere. */
final class ConfigLint {
    private ConfigLint() {}

    static void check(
            ConfigObject root,
            Optional<PageSettings> page,
            List<ShelfSpec> shelves,
            List<InstanceSpec> generators,
            Optional<RankingSettings> ranking,
            List<InstanceSpec> ladder,
            Optional<ExplorationSettings> exploration,
            Problems problems) {
        List<String> generatorNames =
                generators.stream().map(InstanceSpec::name).toList();
        Map<Integer, String> pins = new HashMap<>();
        for (int i = 0; i < shelves.size(); i++) {
            ShelfSpec shelf = shelves.get(i);
            ConfigOrigin origin = origin(root, "shelves", shelf.id());
            String path = "shelves." + shelf.id();
            if (shelf.generators().isEmpty()) {
                problems.add(origin, path + ".generators", "is empty: nothing would ever propose for this shelf");
            }
            for (String generator : shelf.generators()) {
                if (!generatorNames.contains(generator)) {
                    problems.add(
                            origin,
                            path + ".generators",
                            "'" + generator + "' is no instance in 'generators'"
                                    + Nearest.hint(generator, generatorNames));
                }
            }
            page.ifPresent(grid -> checkPlace(shelf, grid, pins, origin, path, problems));
        }
        if (ladder.isEmpty()) {
            problems.add(root.origin(), "ranking.ladder", "is empty; list at least [prior]");
        }
        List<String> rungs = ladder.stream().map(InstanceSpec::name).toList();
        ranking.map(RankingSettings::firstPhase)
                .filter(name -> !name.isEmpty() && !rungs.contains(name))
                .ifPresent(name -> problems.add(
                        origin(root, "ranking", ""),
                        "ranking.first-phase",
                        "'" + name + "' is no rung of ranking.ladder" + Nearest.hint(name, rungs)));
        List<String> ids = shelves.stream().map(ShelfSpec::id).toList();
        exploration.map(ExplorationSettings::excludedShelves).orElse(List.of()).stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> problems.add(
                        origin(root, "exploration", ""),
                        "exploration.excluded-shelves",
                        "'" + id + "' is no shelf" + Nearest.hint(id, ids)));
    }

    private static void checkPlace(
            ShelfSpec shelf,
            PageSettings grid,
            Map<Integer, String> pins,
            ConfigOrigin origin,
            String path,
            Problems problems) {
        if (shelf.minCards() > grid.columns()) {
            problems.add(
                    origin,
                    path + ".min-cards",
                    "is " + shelf.minCards() + ", but a row has only " + grid.columns()
                            + " columns: this shelf could never be shown");
        }
        if (shelf.pinnedRow() >= grid.rows()) {
            problems.add(
                    origin,
                    path + ".pinned-row",
                    "is " + shelf.pinnedRow() + ", allowed is 0 to " + (grid.rows() - 1) + " (page.rows - 1)");
        }
        String other = shelf.pinnedRow() < 0 ? null : pins.put(shelf.pinnedRow(), shelf.id());
        if (other != null) {
            problems.add(
                    origin,
                    path + ".pinned-row",
                    "row " + shelf.pinnedRow() + " is taken: shelf '" + other + "' is pinned to it too");
        }
    }

    private static ConfigOrigin origin(ConfigObject root, String key, String id) {
        ConfigValue value = root.get(key);
        if (value instanceof ConfigList list) {
            for (ConfigValue element : list) {
                if (element instanceof ConfigObject object
                        && object.get("id") != null
                        && id.equals(String.valueOf(object.get("id").unwrapped()))) {
                    return object.origin();
                }
            }
        }
        return value == null ? root.origin() : value.origin();
    }
}
