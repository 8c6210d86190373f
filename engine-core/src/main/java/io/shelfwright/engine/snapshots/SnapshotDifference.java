package io.shelfwright.engine.snapshots;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two versions differ.
 *
 * @param added files that only the second has, by path
 * @param removed files that only the first has, by path
 * @param changed files that both have, with other content, by path
 * @param facts keys of facts that differ, each with {@code before -> after}; a missing one is {@code (none)}
 */
public record SnapshotDifference(
        List<String> added, List<String> removed, List<String> changed, Map<String, String> facts) {
    private static final String NONE = "(none)";

    public SnapshotDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        facts = Map.copyOf(facts);
    }

    static SnapshotDifference between(Manifest from, Manifest to) {
        TreeSet<String> added = new TreeSet<>(to.files().keySet());
        added.removeAll(from.files().keySet());
        TreeSet<String> removed = new TreeSet<>(from.files().keySet());
        removed.removeAll(to.files().keySet());
        TreeSet<String> changed = new TreeSet<>(from.files().keySet());
        changed.removeAll(removed);
        changed.removeIf(
                path -> Objects.equals(from.files().get(path), to.files().get(path)));
        TreeSet<String> keys = new TreeSet<>(from.facts().keySet());
        keys.addAll(to.facts().keySet());
        Map<String, String> facts = new TreeMap<>();
        for (String key : keys) {
            String before = from.facts().getOrDefault(key, NONE);
            String after = to.facts().getOrDefault(key, NONE);
            if (!before.equals(after)) {
                facts.put(key, before + " -> " + after);
            }
        }
        return new SnapshotDifference(List.copyOf(added), List.copyOf(removed), List.copyOf(changed), facts);
    }

    /** Returns whether every file is the same. */
    public boolean sameFiles() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
