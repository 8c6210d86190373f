package io.shelfwright.learning.validation.schema;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.statistics.SliceSpec;
import io.shelfwright.learning.validation.table.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Turns a parsed configuration into a schema, collecting every problem; for one use. */
final class SchemaReader {
    private final String name;
    private final List<String> problems = new ArrayList<>();

    SchemaReader(String name) {
        this.name = name;
    }

    DataSchema read(Config config) {
        SchemaSection root = new SchemaSection(config, "", problems);
        if (root.whole("schema-version", 1) != 1) {
            problems.add("schema-version is not 1, the only one there is");
        }
        List<String> environments = root.texts("environments", List.of(DataSchema.TRAINING, DataSchema.SERVING));
        List<FeatureRule> features = new ArrayList<>();
        if (root.has("features")) {
            config.getObject("features").entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, ConfigValue> entry) ->
                                    entry.getValue().origin().lineNumber())
                            .thenComparing(Map.Entry::getKey))
                    .forEach(entry -> feature(entry, features));
        }
        TableKeys keys = keys(root.section("keys"));
        DatasetRule dataset = dataset(root.section("dataset"));
        SliceRule slices = slices(root.section("slices"));
        SchemaSection compare = root.section("comparison");
        ComparisonRule comparison = compare.made(
                () -> new ComparisonRule(
                        compare.flag("missing-cell", true),
                        compare.flag("noise-aware", true),
                        compare.number("false-discoveries", ComparisonRule.DEFAULT.falseDiscoveries())),
                ComparisonRule.DEFAULT);
        compare.done();
        List<CustomRule> custom = new ArrayList<>();
        for (SchemaSection section : root.sections("custom")) {
            custom(section, custom);
        }
        root.done();
        if (!problems.isEmpty()) {
            throw new BadRequestException(name + ": " + String.join("; ", problems));
        }
        try {
            return new DataSchema(environments, keys, dataset, slices, comparison, features, custom);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(name + ": " + e.getMessage(), e);
        }
    }

    private void feature(Map.Entry<String, ConfigValue> entry, List<FeatureRule> features) {
        String where = "features." + entry.getKey();
        if (!(entry.getValue() instanceof ConfigObject object)) {
            problems.add(where + " is no object in braces");
            return;
        }
        SchemaSection section = new SchemaSection(object.toConfig(), where, problems);
        ValueType type = section.word("type", ValueType.FLOAT);
        Presence presence = presence(section);
        Valency valency = valency(section.section("values"), section.has("values"));
        Domain domain = domain(section);
        SchemaSection distinct = section.section("unique");
        Uniqueness unique = distinct.made(
                () -> new Uniqueness(distinct.whole("min", 0), distinct.whole("max", Long.MAX_VALUE)), Uniqueness.ANY);
        distinct.done();
        Environments environments = new Environments(
                new LinkedHashSet<>(section.texts("in", List.of())),
                new LinkedHashSet<>(section.texts("not-in", List.of())));
        ComparatorRule drift = comparator(section.section("drift"));
        ComparatorRule skew = comparator(section.section("skew"));
        FeatureRule rule = section.made(
                () -> new FeatureRule(
                        entry.getKey(),
                        type,
                        section.flag("categorical", false),
                        section.text("description", comment(entry.getValue())),
                        section.word("lifecycle", Lifecycle.PRODUCTION),
                        presence,
                        valency,
                        domain,
                        section.number("min-domain-mass", 1),
                        unique,
                        environments,
                        drift,
                        skew),
                FeatureRule.of(entry.getKey(), type));
        features.add(rule);
        section.done();
    }

    private static String comment(ConfigValue value) {
        return String.join(
                " ", value.origin().comments().stream().map(String::strip).toList());
    }

    private static Presence presence(SchemaSection feature) {
        if (!feature.has("presence")) {
            return Presence.OPTIONAL;
        }
        SchemaSection section = feature.section("presence");
        Presence made = section.made(
                () -> new Presence(true, section.number("min-fraction", 0), section.whole("min-count", 1)),
                Presence.OPTIONAL);
        section.done();
        return made;
    }

    private static Valency valency(SchemaSection section, boolean given) {
        if (!given) {
            return Valency.SINGLE;
        }
        Valency made = section.made(
                () -> new Valency(
                        (int) section.whole("min", 0),
                        (int) Math.min(Integer.MAX_VALUE, section.whole("max", Integer.MAX_VALUE)),
                        (int) section.whole("shape", 0),
                        (int) section.whole("depth", 1)),
                Valency.SINGLE);
        section.done();
        return made;
    }

    private Domain domain(SchemaSection feature) {
        if (!feature.has("domain")) {
            return new Domain.Any();
        }
        SchemaSection section = feature.section("domain");
        Domain made;
        if (section.has("values")) {
            made = Domain.OneOf.of(section.texts("values", List.of()));
        } else if (section.flag("flag", false) || section.has("true") || section.has("false")) {
            made = new Domain.Flag(section.text("true", ""), section.text("false", ""));
        } else if (section.flag("whole", false)) {
            long min = section.whole("min", Long.MIN_VALUE);
            long max = section.whole("max", Long.MAX_VALUE);
            made = new Domain.Whole(min, max);
            section.require(min <= max, "has min " + min + " above max " + max);
        } else {
            double min = section.number("min", Double.NEGATIVE_INFINITY);
            double max = section.number("max", Double.POSITIVE_INFINITY);
            made = new Domain.Range(
                    min, max, !section.flag("disallow-nan", false), !section.flag("disallow-inf", false));
            section.require(min <= max, "has min " + min + " above max " + max);
        }
        section.done();
        return made;
    }

    private static ComparatorRule comparator(SchemaSection section) {
        Severity severity = section.word("severity", Severity.ERROR);
        ComparatorRule made = section.made(
                () -> new ComparatorRule(
                        section.threshold("l-infinity"),
                        section.threshold("jensen-shannon"),
                        section.threshold("normalized-difference"),
                        section.threshold("missing-share"),
                        section.word("histogram", HistogramKind.COMMON),
                        severity,
                        section.word("missing-severity", severity)),
                ComparatorRule.NONE);
        section.done();
        return made;
    }

    private static TableKeys keys(SchemaSection section) {
        TableKeys keys = new TableKeys(
                section.texts("key", List.of()),
                section.text("listener", ""),
                section.text("time", ""),
                section.text("weight", ""),
                section.texts("ignored", List.of()));
        section.done();
        return keys;
    }

    private static DatasetRule dataset(SchemaSection section) {
        DatasetRule made = section.made(
                () -> new DatasetRule(
                        section.whole("min-rows", 0),
                        section.whole("max-rows", Long.MAX_VALUE),
                        section.number("min-ratio", 0),
                        section.number("max-ratio", Double.POSITIVE_INFINITY)),
                DatasetRule.ANY);
        section.done();
        return made;
    }

    private static SliceRule slices(SchemaSection section) {
        SliceRule made = section.made(
                () -> new SliceRule(
                        section.texts("by", List.of()).stream()
                                .map(SliceSpec::parse)
                                .toList(),
                        section.whole("min-rows", SliceRule.NONE.minRows()),
                        (int) section.whole("min-groups", SliceRule.NONE.minGroups()),
                        section.number("min-ratio", SliceRule.NONE.minRatio()),
                        section.word("severity", Severity.ERROR)),
                SliceRule.NONE);
        section.done();
        return made;
    }

    private void custom(SchemaSection section, List<CustomRule> rules) {
        try {
            rules.add(new CustomRule(
                    section.text("name", "custom"),
                    section.text("feature", ""),
                    section.word("measure", Measure.MEAN),
                    section.number("min", Double.NEGATIVE_INFINITY),
                    section.number("max", Double.POSITIVE_INFINITY),
                    section.flag("relative", false),
                    section.word("severity", Severity.ERROR)));
        } catch (IllegalArgumentException | ConfigException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        section.done();
    }
}
