package io.shelfwright.learning.validation.schema;

import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import io.shelfwright.learning.validation.statistics.TextStatistics;
import io.shelfwright.learning.validation.table.ValueType;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes schemas: of what features declare, so that there is one definition, or of data where nothing is declared. */
public final class SchemaGenerator {
    private static final int MOST_CATEGORIES = 100;

    /** Another ranker serves other rows, so drift of values is a hint; many more missing values are not its doing. */
    public static final ComparatorRule DRIFT =
            new ComparatorRule(null, 0.1, null, 0.3, HistogramKind.COMMON, Severity.WARNING, Severity.ERROR);

    /** A listener's features and the request's do not depend on what was served. */
    public static final ComparatorRule LISTENER_DRIFT =
            new ComparatorRule(null, 0.1, null, 0.1, HistogramKind.COMMON, Severity.WARNING, Severity.ERROR);

    /** Trained rows are served rows. */
    public static final ComparatorRule SKEW =
            new ComparatorRule(null, 0.02, null, 0.02, HistogramKind.COMMON, Severity.ERROR, Severity.ERROR);

    /** Shares of categories from one span to the next. */
    public static final ComparatorRule CATEGORY_DRIFT =
            new ComparatorRule(0.1, null, null, 0.1, HistogramKind.COMMON, Severity.WARNING, Severity.ERROR);

    /** Shares of categories between training and serving. */
    public static final ComparatorRule CATEGORY_SKEW =
            new ComparatorRule(0.05, null, null, 0.02, HistogramKind.COMMON, Severity.ERROR, Severity.ERROR);

    private SchemaGenerator() {}

    /** Returns a rule for each declared feature: range, and presence where missing values read as a number. */
    public static List<FeatureRule> declared(FeatureSchema features) {
        return features.features().stream().map(SchemaGenerator::rule).toList();
    }

    private static FeatureRule rule(FeatureDeclaration feature) {
        boolean flag = feature.unit().equals("flag") && feature.min() == 0 && feature.max() == 1;
        boolean never = !Float.isNaN(feature.missing());
        boolean ofListener = feature.family().equals("user") || feature.family().equals("context");
        return FeatureRule.of(feature.name(), ValueType.FLOAT)
                .with(new Presence(true, never ? 1 : 0, 0))
                .with(flag ? new Domain.Flag("", "") : new Domain.Range(feature.min(), feature.max(), false, false))
                .describedAs((feature.description() + " Unit: " + feature.unit() + ".").strip())
                .comparedBy(ofListener ? LISTENER_DRIFT : DRIFT, SKEW);
    }

    /**
     * Returns rules with what data shows: a column that was never missing must not be, one of few categories keeps to them.
     *
     * @param rules what is known already; columns that only the data has are added
     */
    public static List<FeatureRule> refined(List<FeatureRule> rules, DatasetStatistics data) {
        List<FeatureRule> refined = new ArrayList<>();
        for (FeatureRule rule : rules) {
            refined.add(data.feature(rule.name())
                    .filter(column -> column.present() > 0)
                    .map(column -> rule.with(presence(column, rule.presence())))
                    .orElse(rule));
        }
        for (FeatureStatistics column : data.features().values()) {
            if (rules.stream().noneMatch(rule -> rule.name().equals(column.name()))) {
                refined.add(inferred(column));
            }
        }
        return refined;
    }

    private static Presence presence(FeatureStatistics column, Presence known) {
        return column.missing() == 0 ? new Presence(true, 1, 1) : known;
    }

    /** Returns a rule that a column's own values keep. */
    public static FeatureRule inferred(FeatureStatistics column) {
        FeatureRule rule = FeatureRule.of(column.name(), column.type())
                .with(new Presence(column.present() > 0, column.missing() == 0 ? 1 : 0, column.present() > 0 ? 1 : 0));
        if (column.maxValues() > 1 || column.maxDepth() > 1) {
            rule = rule.with(new Valency(1, Integer.MAX_VALUE, 0, Math.max(1, column.maxDepth())));
        }
        if (!column.categorical()) {
            return rule.comparedBy(DRIFT, SKEW);
        }
        TextStatistics texts = column.texts();
        if (texts.exact() && texts.unique() <= MOST_CATEGORIES && texts.unique() > 0) {
            return rule.with(Domain.OneOf.of(
                            texts.ranked().stream().map(Map.Entry::getKey).toList()))
                    .comparedBy(CATEGORY_DRIFT, CATEGORY_SKEW);
        }
        return rule;
    }
}
