package io.shelfwright.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.shelfwright.learning.report.ReportSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of learning: a published model, or the reasons why nothing was published.
 *
 * @param ranker name of the ranker's instance
 * @param factory name of its factory
 * @param seed the seed used
 * @param version snapshot that holds the model, null when it was refused
 * @param reasons why it was refused, empty when it was published
 * @param sections findings of the steps that were done, in their order
 */
public record LearningReport(
        String ranker,
        String factory,
        long seed,
        @Nullable String version,
        List<String> reasons,
        List<ReportSection> sections) {
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    public LearningReport {
        reasons = List.copyOf(reasons);
        sections = List.copyOf(sections);
    }

    /** Returns whether the model is in use now. */
    public boolean published() {
        return version != null;
    }

    /** Returns the findings of a step, empty when it was not reached. */
    public Optional<ReportSection> section(String name) {
        return sections.stream().filter(section -> section.name().equals(name)).findFirst();
    }

    /** Returns the report for people, verdict last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ReportSection section : sections) {
            if (List.of("comparison", "offPolicy").contains(section.name())) {
                continue; // for programs: the gate's findings say in sentences what is in it
            }
            lines.add(section.name());
            section.facts().forEach((name, value) -> add(lines, "  ", words(name), value));
        }
        if (version != null) {
            lines.add("published: ranker '" + ranker + "' is in snapshot " + version);
        } else {
            lines.add("refused: ranker '" + ranker + "' was not published, the snapshot in use stays");
            reasons.forEach(reason -> lines.add("  because " + reason));
        }
        return lines;
    }

    /** Returns the report for programs. */
    public String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("ranker", ranker);
        root.put("factory", factory);
        root.put("seed", seed);
        root.put("published", published());
        root.put("snapshot", version);
        root.put("reasons", reasons);
        sections.forEach(section -> root.put(section.name(), section.facts()));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report holds something that is not JSON", e);
        }
    }

    private static void add(List<String> lines, String indent, String name, @Nullable Object value) {
        if (value instanceof List<?> list && name.equals("findings")) {
            list.forEach(finding -> lines.add(indent + finding));
        } else if (value instanceof Map<?, ?> map) {
            lines.add(indent + name);
            map.forEach((key, inner) -> add(lines, indent + "  ", String.valueOf(key), inner));
        } else {
            lines.add(String.format(Locale.ROOT, "%s%-34s %s", indent, name, text(value)));
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.4f", number);
        }
        return value instanceof Integer || value instanceof Long
                ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
                : String.valueOf(value);
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
