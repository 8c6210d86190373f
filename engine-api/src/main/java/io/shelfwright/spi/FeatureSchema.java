package io.shelfwright.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The features of a transform in column order, with a fingerprint that changes whenever a value could. Immutable. */
public final class FeatureSchema {
    private static final int TEXT_FIELDS = 7;

    private final List<FeatureDeclaration> features;
    private final Map<String, Integer> columns = new HashMap<>();
    private final String fingerprint;

    /**
     * Makes a schema.
     *
     * @throws IllegalArgumentException if two features have one name
     */
    public FeatureSchema(List<FeatureDeclaration> features) {
        this.features = List.copyOf(features);
        for (int i = 0; i < features.size(); i++) {
            if (columns.put(features.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "two features are named " + features.get(i).name());
            }
        }
        fingerprint = sha256(toText());
    }

    /** Returns the features in the order of their columns. */
    public List<FeatureDeclaration> features() {
        return features;
    }

    public int size() {
        return features.size();
    }

    /** Returns the column of a feature, -1 where there is none of this name. */
    public int column(String name) {
        return columns.getOrDefault(name, -1);
    }

    /** Returns 16 hexadecimal digits of the SHA-256 of {@link #toText()}, descriptions left out. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Returns the schema as text, one feature a line, fields separated by tabs; {@link #parse} reads it. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (FeatureDeclaration feature : features) {
            text.append(feature.name())
                    .append('\t')
                    .append(feature.unit())
                    .append('\t')
                    .append(feature.min())
                    .append('\t')
                    .append(feature.max())
                    .append('\t')
                    .append(feature.missing())
                    .append('\t')
                    .append(feature.version())
                    .append('\t')
                    .append("float32")
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Reads what {@link #toText} wrote; descriptions come back empty.
     *
     * @throws IllegalArgumentException naming the line that is not a feature
     */
    public static FeatureSchema parse(String text) {
        List<FeatureDeclaration> features = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split("\t", -1);
            if (fields.length != TEXT_FIELDS) {
                throw new IllegalArgumentException("line " + (features.size() + 1) + " of the feature schema has "
                        + fields.length + " fields, allowed are " + TEXT_FIELDS);
            }
            features.add(new FeatureDeclaration(
                    fields[0],
                    "",
                    fields[1],
                    Float.parseFloat(fields[2]),
                    Float.parseFloat(fields[3]),
                    Float.parseFloat(fields[4]),
                    Integer.parseInt(fields[5])));
        }
        return new FeatureSchema(features);
    }

    /** Returns what differs, one line a feature: {@code + name} only here, {@code - name} only there, {@code ~ name} otherwise. */
    public List<String> differences(FeatureSchema other) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            FeatureDeclaration mine = features.get(i);
            int column = other.column(mine.name());
            if (column < 0) {
                lines.add("+ " + mine.name());
            } else if (column != i || !line(mine).equals(line(other.features.get(column)))) {
                lines.add("~ " + mine.name() + " (column " + i + ", " + line(mine) + " here; column " + column + ", "
                        + line(other.features.get(column)) + " there)");
            }
        }
        for (FeatureDeclaration theirs : other.features) {
            if (column(theirs.name()) < 0) {
                lines.add("- " + theirs.name());
            }
        }
        return lines;
    }

    private static String line(FeatureDeclaration feature) {
        return "unit " + feature.unit() + ", range " + feature.min() + ".." + feature.max() + ", missing "
                + feature.missing() + ", version " + feature.version();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSchema that && fingerprint.equals(that.fingerprint);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return fingerprint + " (" + size() + " features)";
    }
}
