package io.shelfwright.learning.publication;

import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model was made from, as the manifest of its snapshot keeps it.
 *
 * @param ranker name of the ranker's instance
 * @param trainer factory of its trainer
 * @param dataset hash of every row that it was trained, calibrated and tested on
 * @param parent version of the snapshot whose catalog it was trained for
 * @param code version of this library; {@code development} where it runs from classes
 * @param seed of the trainer and of the search
 */
public record Lineage(String ranker, String trainer, String dataset, String parent, String code, long seed) {
    private static final String PREFIX = "lineage.";

    /** Returns the version of this library, as its manifest says it. */
    public static String codeVersion() {
        String version = Lineage.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Returns 16 hexadecimal digits that differ where users, items, features, labels or weights of two datasets do. */
    public static String identity(Dataset dataset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer numbers = ByteBuffer.allocate(
                    8 + 4 * dataset.schema().size() + 4 * dataset.objectives().size());
            digest.update(dataset.schema().fingerprint().getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < dataset.size(); i++) {
                DatasetRow row = dataset.row(i);
                digest.update((row.userId() + "\n" + row.itemId() + "\n").getBytes(StandardCharsets.UTF_8));
                numbers.clear();
                numbers.putDouble(row.weight());
                for (float feature : row.features()) {
                    numbers.putFloat(feature);
                }
                for (float label : row.labels()) {
                    numbers.putFloat(label);
                }
                digest.update(numbers.flip());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns it as facts for a manifest. */
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put(PREFIX + "ranker", ranker);
        facts.put(PREFIX + "trainer", trainer);
        facts.put(PREFIX + "dataset", dataset);
        facts.put(PREFIX + "parent", parent);
        facts.put(PREFIX + "code", code);
        facts.put(PREFIX + "seed", String.valueOf(seed));
        return facts;
    }

    /** Returns the lineage that a snapshot's manifest keeps; empty texts and 0 where it keeps none. */
    public static Lineage of(Snapshot snapshot) {
        Map<String, String> facts = snapshot.facts();
        String seed = facts.getOrDefault(PREFIX + "seed", "");
        return new Lineage(
                facts.getOrDefault(PREFIX + "ranker", ""),
                facts.getOrDefault(PREFIX + "trainer", ""),
                facts.getOrDefault(PREFIX + "dataset", ""),
                facts.getOrDefault(PREFIX + "parent", snapshot.parent()),
                facts.getOrDefault(PREFIX + "code", ""),
                seed.matches("-?\\d{1,18}") ? Long.parseLong(seed) : 0);
    }

    /** Returns whether anything was learned for the snapshot, beside its catalog. */
    public boolean known() {
        return !ranker.isEmpty();
    }
}
