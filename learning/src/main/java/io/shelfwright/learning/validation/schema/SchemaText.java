package io.shelfwright.learning.validation.schema;

import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a schema for people to read and to compare line by line: what is as always is left out. */
final class SchemaText {
    private final StringBuilder text = new StringBuilder();

    String of(DataSchema schema) {
        text.append("# What the data has to look like; docs/data-validation.md says what the words mean.\n");
        line("schema-version = 1");
        line("environments = " + list(schema.environments()));
        line("keys " + keys(schema.keys()));
        line("dataset " + dataset(schema.dataset()));
        line("slices " + slices(schema.slices()));
        ComparisonRule comparison = schema.comparison();
        line("comparison { missing-cell = " + comparison.missingCell() + ", noise-aware = " + comparison.noiseAware()
                + ", false-discoveries = " + number(comparison.falseDiscoveries()) + " }");
        line("features {");
        for (FeatureRule feature : schema.features()) {
            feature(feature);
        }
        line("}");
        line("custom = [");
        for (CustomRule rule : schema.custom()) {
            line("  { name = " + quote(rule.name()) + ", feature = " + quote(rule.feature()) + ", measure = "
                    + rule.measure().key() + ", min = " + number(rule.min()) + ", max = " + number(rule.max())
                    + ", relative = " + rule.relative() + ", severity = " + rule.severity() + " }");
        }
        line("]");
        return text.toString();
    }

    private void feature(FeatureRule feature) {
        if (!feature.description().isEmpty()) {
            line("  # " + feature.description().replaceAll("\\R", " "));
        }
        List<String> parts = new ArrayList<>();
        parts.add("type = " + feature.type());
        if (feature.categorical()) {
            parts.add("categorical = true");
        }
        if (feature.lifecycle() != Lifecycle.PRODUCTION) {
            parts.add("lifecycle = " + feature.lifecycle());
        }
        Presence presence = feature.presence();
        if (presence.required()) {
            parts.add("presence { min-fraction = " + number(presence.minFraction()) + ", min-count = "
                    + presence.minCount() + " }");
        }
        if (!feature.valency().equals(Valency.SINGLE)) {
            parts.add("values " + valency(feature.valency()));
        }
        domain(feature, parts);
        if (!feature.unique().equals(Uniqueness.ANY)) {
            parts.add("unique { min = " + feature.unique().min()
                    + (feature.unique().max() == Long.MAX_VALUE
                            ? ""
                            : ", max = " + feature.unique().max()) + " }");
        }
        if (!feature.environments().in().isEmpty()) {
            parts.add("in = " + list(sorted(feature.environments().in())));
        }
        if (!feature.environments().notIn().isEmpty()) {
            parts.add("not-in = " + list(sorted(feature.environments().notIn())));
        }
        comparator("drift", feature.drift(), parts);
        comparator("skew", feature.skew(), parts);
        line("  " + ConfigUtil.quoteString(feature.name()) + " { " + String.join(", ", parts) + " }");
    }

    private static void domain(FeatureRule feature, List<String> parts) {
        if (feature.domain() instanceof Domain.Whole whole) {
            parts.add("domain { whole = true, min = " + whole.min() + ", max = " + whole.max() + " }");
        } else if (feature.domain() instanceof Domain.Range range) {
            parts.add("domain { min = " + number(range.min()) + ", max = " + number(range.max())
                    + (range.nan() ? "" : ", disallow-nan = true")
                    + (range.infinite() ? "" : ", disallow-inf = true") + " }");
        } else if (feature.domain() instanceof Domain.OneOf oneOf) {
            parts.add("domain { values = " + list(oneOf.values()) + " }");
        } else if (feature.domain() instanceof Domain.Flag flag) {
            parts.add(
                    flag.yes().isEmpty() && flag.no().isEmpty()
                            ? "domain { flag = true }"
                            : "domain { true = " + quote(flag.yes()) + ", false = " + quote(flag.no()) + " }");
        }
        if (feature.minDomainMass() < 1) {
            parts.add("min-domain-mass = " + number(feature.minDomainMass()));
        }
    }

    private static void comparator(String name, ComparatorRule rule, List<String> parts) {
        if (!rule.compares()) {
            return;
        }
        List<String> inner = new ArrayList<>();
        threshold("l-infinity", rule.lInfinity(), inner);
        threshold("jensen-shannon", rule.jensenShannon(), inner);
        threshold("normalized-difference", rule.normalizedDifference(), inner);
        threshold("missing-share", rule.missingShare(), inner);
        if (rule.histogram() != HistogramKind.COMMON) {
            inner.add("histogram = " + rule.histogram());
        }
        inner.add("severity = " + rule.severity());
        if (rule.missingShare() != null && rule.missingSeverity() != rule.severity()) {
            inner.add("missing-severity = " + rule.missingSeverity());
        }
        parts.add(name + " { " + String.join(", ", inner) + " }");
    }

    private static void threshold(String name, @Nullable Double value, List<String> inner) {
        if (value != null) {
            inner.add(name + " = " + number(value));
        }
    }

    private static String valency(Valency valency) {
        if (valency.shape() > 0) {
            return "{ shape = " + valency.shape() + ", depth = " + valency.depth() + " }";
        }
        return "{ min = " + valency.min() + (valency.max() == Integer.MAX_VALUE ? "" : ", max = " + valency.max())
                + ", depth = " + valency.depth() + " }";
    }

    private static String keys(TableKeys keys) {
        return "{ key = " + list(keys.key()) + ", listener = " + quote(keys.listener()) + ", time = "
                + quote(keys.time()) + ", weight = " + quote(keys.weight()) + ", ignored = " + list(keys.ignored())
                + " }";
    }

    private static String dataset(DatasetRule rule) {
        return "{ min-rows = " + rule.minRows()
                + (rule.maxRows() == Long.MAX_VALUE ? "" : ", max-rows = " + rule.maxRows()) + ", min-ratio = "
                + number(rule.minRatio())
                + (Double.isInfinite(rule.maxRatio()) ? "" : ", max-ratio = " + number(rule.maxRatio())) + " }";
    }

    private static String slices(SliceRule rule) {
        return "{ by = " + list(rule.by().stream().map(Object::toString).toList()) + ", min-rows = " + rule.minRows()
                + ", min-groups = " + rule.minGroups() + ", min-ratio = " + number(rule.minRatio()) + ", severity = "
                + rule.severity() + " }";
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }

    private static String list(Collection<String> values) {
        return "[" + String.join(", ", values.stream().map(SchemaText::quote).toList()) + "]";
    }

    private static String quote(String value) {
        return value.matches("[A-Za-z_][A-Za-z0-9_]*") && !value.matches("(?i)true|false|null|yes|no|on|off|include")
                ? value
                : ConfigUtil.quoteString(value);
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "\"-Infinity\"" : "\"Infinity\"";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
