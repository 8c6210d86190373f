package io.shelfwright.engine.generation;

import io.shelfwright.api.Degradation;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at the models of a snapshot as a generation has them. */
public final class ModelReview {
    private ModelReview() {}

    /**
     * Returns why models must not be published: trained on other features than the running transform has, not to be loaded, or with a
     * damaged calibration. A rung that serves no better in the snapshot in use is not among them.
     */
    public static List<String> problems(Generation next, Optional<Generation> running) {
        List<String> problems = new ArrayList<>();
        for (Rung rung : next.ladder()) {
            Degradation why = rung.unavailable();
            boolean known = why == null
                    || running.stream()
                            .flatMap(old -> old.ladder().stream())
                            .anyMatch(old -> old.name().equals(rung.name()) && sameTrouble(old.unavailable(), why));
            if (why != null && !known && next.snapshot().model(rung.name()).isPresent()) {
                problems.add("model '" + rung.name() + "' cannot serve (" + why.code() + "): " + why.message());
            }
        }
        for (String model : models(next.snapshot())) {
            try {
                Calibration.read(next.snapshot().models().resolve(model));
            } catch (SnapshotException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return List.copyOf(problems);
    }

    /** Returns what a manifest says of features and models: the transform's fingerprint, and which models serve with it. */
    public static Map<String, String> facts(Generation next) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("schema", next.schema().fingerprint());
        for (String model : models(next.snapshot())) {
            String state = next.ladder().stream()
                    .filter(rung -> rung.name().equals(model))
                    .findFirst()
                    .map(rung -> rung.ranker() == null ? "does not serve" : "serves")
                    .orElse("not on the ladder");
            facts.put("model." + model, state);
        }
        return facts;
    }

    private static boolean sameTrouble(@org.jspecify.annotations.Nullable Degradation old, Degradation now) {
        return old != null && old.code().equals(now.code());
    }

    private static List<String> models(Snapshot snapshot) {
        if (!Files.isDirectory(snapshot.models())) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(snapshot.models())) {
            return children.filter(Files::isDirectory)
                    .map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SnapshotException("cannot list the models of a snapshot: " + e, e);
        }
    }
}
