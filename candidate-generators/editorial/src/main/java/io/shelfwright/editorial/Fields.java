package io.shelfwright.editorial;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the fields of one mapping; what is wrong with them goes to the problems, and something harmless is returned. */
final class Fields {
    private static final int MAX_WRITTEN = 60;

    private final MappingNode mapping;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    Fields(MappingNode mapping, List<String> known, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        for (NodeTuple field : mapping.getValue()) {
            Node key = field.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(name)) {
                problems.add(
                        key,
                        "unknown key '" + shortened(name) + "'; did you mean '" + Keys.nearest(shortened(name), known)
                                + "'? Allowed are " + String.join(", ", known));
            } else if (values.putIfAbsent(name, field.getValueNode()) != null) {
                problems.add(key, "the key '" + name + "' is given twice");
            }
        }
    }

    @Nullable
    Node node(String key) {
        return values.get(key);
    }

    /** Returns where a field stands, or the mapping where it is missing. */
    Node place(String key) {
        Node node = values.get(key);
        return node == null ? mapping : node;
    }

    /** Returns a text that must be there. */
    String required(String key) {
        if (!values.containsKey(key)) {
            problems.add(mapping, "the key '" + key + "' is missing");
            return "";
        }
        return text(key, "");
    }

    String text(String key, String absent) {
        Node node = values.get(key);
        if (node == null) {
            return absent;
        }
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(node, "'" + key + "' is a list or a mapping; give one text");
            return absent;
        }
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            problems.add(node, "'" + key + "' is blank");
            return absent;
        }
        return scalar.getValue().strip();
    }

    int number(String key, int absent, int min, int max) {
        Node node = values.get(key);
        String written = node == null ? "" : text(key, "");
        if (node == null || written.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(written);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with the bounds.
        }
        problems.add(
                node,
                "'" + key + "' is " + shortened(written) + "; allowed are whole numbers from " + min + " to " + max);
        return absent;
    }

    /**
     * Returns a time: an instant, a date and time with an offset, or a date, which is the start of that day in UTC.
     *
     * @param dayIncluded whether a date means the end of that day instead
     */
    @Nullable
    Instant time(String key, boolean dayIncluded) {
        Node node = values.get(key);
        String written = node == null ? "" : text(key, "");
        if (node == null || written.isEmpty()) {
            return null;
        }
        try {
            if (written.indexOf('T') >= 0) {
                return OffsetDateTime.parse(written).toInstant();
            }
            LocalDate day = LocalDate.parse(written);
            return (dayIncluded ? day.plusDays(1) : day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            problems.add(
                    node,
                    "'" + key + "' is " + shortened(written)
                            + "; allowed are dates such as 2024-06-01 (UTC) and times such as 2024-06-01T18:00:00Z");
            return null;
        }
    }

    /** Returns the texts of a list, each with its place; a list that is missing is empty. */
    List<ScalarNode> list(String key) {
        Node node = values.get(key);
        List<ScalarNode> texts = new ArrayList<>();
        if (node == null) {
            return texts;
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(node, "'" + key + "' is not a list; write [first, second] or one entry a line after '-'");
            return texts;
        }
        for (Node entry : sequence.getValue()) {
            if (entry instanceof ScalarNode text
                    && !text.getValue().isBlank()
                    && !text.getTag().equals(Tag.NULL)) {
                texts.add(text);
            } else {
                problems.add(entry, "an entry of '" + key + "' is blank or not a text");
            }
        }
        return texts;
    }

    static String shortened(String written) {
        return written.length() <= MAX_WRITTEN ? written : written.substring(0, MAX_WRITTEN) + "...";
    }
}
