package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.Presence;
import io.shelfwright.learning.validation.schema.Uniqueness;
import io.shelfwright.learning.validation.schema.Valency;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import io.shelfwright.learning.validation.table.ValueType;
import java.util.List;

/** Holds one column, or its part in a slice, against its rule. */
final class FeatureCheck {
    private final FeatureRule rule;
    private final FeatureStatistics column;
    private final String slice;

    FeatureCheck(FeatureRule rule, FeatureStatistics column, String slice) {
        this.rule = rule;
        this.column = column;
        this.slice = slice;
    }

    void addTo(List<Finding> findings) {
        if (column.present() == 0) {
            if (rule.presence().needsValues() && column.rows() > 0) {
                findings.add(found(AnomalyType.FEATURE_TYPE_NOT_PRESENT)
                        .measured(0, Math.max(1, rule.presence().minCount()))
                        .said("none of " + column.rows() + " rows has a value"));
            }
            return;
        }
        presence(findings);
        if (!typed(findings)) {
            return;
        }
        valency(findings);
        uniqueness(findings);
        new DomainCheck(rule, column, slice).addTo(findings);
    }

    private Found found(AnomalyType type) {
        return Found.schema(type, rule.name(), slice);
    }

    private void presence(List<Finding> findings) {
        Presence presence = rule.presence();
        double share = column.presentShare();
        boolean low = presence.minFraction() == 1 ? column.missing() != 0 : share < presence.minFraction();
        if (low && (slice.isEmpty() || unlikely(share, presence.minFraction()))) {
            findings.add(found(AnomalyType.FEATURE_TYPE_LOW_FRACTION_PRESENT)
                    .measured(share, presence.minFraction())
                    .said(Found.percent(share) + " of the rows have a value; needed are "
                            + Found.percent(presence.minFraction())));
        }
        if (column.present() < presence.minCount() && slice.isEmpty()) {
            findings.add(found(AnomalyType.FEATURE_TYPE_LOW_NUMBER_PRESENT)
                    .measured(column.present(), presence.minCount())
                    .said(column.present() + " rows have a value; needed are " + presence.minCount()));
        }
    }

    /** In a slice, a share that chance takes below what is needed is none. */
    private boolean unlikely(double share, double needed) {
        double spread = Math.sqrt(needed * (1 - needed) / Math.max(1, column.effectiveRows()));
        return spread == 0 || (needed - share) / spread > 3;
    }

    /** Whole numbers are numbers, and may stand for texts that name something. */
    private boolean typed(List<Finding> findings) {
        boolean fits = rule.type() == column.type()
                || (rule.type() == ValueType.FLOAT && column.type() == ValueType.INT)
                || (rule.type() == ValueType.STRING && column.type() == ValueType.INT && column.categorical());
        if (!fits) {
            findings.add(found(AnomalyType.UNEXPECTED_DATA_TYPE)
                    .fact("type", column.type().name())
                    .said("values are " + column.type() + "; expected are " + rule.type()));
        }
        return fits;
    }

    private void valency(List<Finding> findings) {
        Valency valency = rule.valency();
        if (column.minDepth() != valency.depth() || column.maxDepth() != valency.depth()) {
            findings.add(found(AnomalyType.VALUE_NESTEDNESS_MISMATCH)
                    .measured(column.maxDepth(), valency.depth())
                    .said("lists are nested " + column.minDepth() + " to " + column.maxDepth() + " deep; expected is "
                            + valency.depth()));
        }
        if (valency.shape() > 0) {
            if (column.minValues() != valency.shape()
                    || column.maxValues() != valency.shape()
                    || column.missing() > 0) {
                findings.add(found(AnomalyType.INVALID_FEATURE_SHAPE)
                        .measured(column.maxValues(), valency.shape())
                        .said("cells hold " + column.minValues() + " to " + column.maxValues() + " values and "
                                + column.missing() + " are missing; expected are " + valency.shape() + " in each row"));
            }
            return;
        }
        if (column.minValues() < valency.min()) {
            findings.add(found(AnomalyType.FEATURE_TYPE_LOW_NUMBER_VALUES)
                    .measured(column.minValues(), valency.min())
                    .said("a cell holds " + column.minValues() + " values; needed are " + valency.min()));
        }
        if (column.maxValues() > valency.max()) {
            findings.add(found(AnomalyType.FEATURE_TYPE_HIGH_NUMBER_VALUES)
                    .measured(column.maxValues(), valency.max())
                    .said("a cell holds " + column.maxValues() + " values; allowed are " + valency.max()));
        }
    }

    private void uniqueness(List<Finding> findings) {
        Uniqueness unique = rule.unique();
        if (unique.equals(Uniqueness.ANY)) {
            return;
        }
        if (!column.categorical()) {
            findings.add(found(AnomalyType.FEATURE_TYPE_NO_UNIQUE)
                    .said("the schema limits the number of different values, but the column has no categories;"
                            + " say categorical = true, or take the limit away"));
            return;
        }
        long found = column.texts().unique();
        if (found < unique.min() && slice.isEmpty()) {
            findings.add(found(AnomalyType.FEATURE_TYPE_LOW_UNIQUE)
                    .measured(found, unique.min())
                    .said("there are " + found + " different values; needed are " + unique.min()));
        }
        if (found > unique.max()) {
            findings.add(found(AnomalyType.FEATURE_TYPE_HIGH_UNIQUE)
                    .measured(found, unique.max())
                    .said("there are " + found + " different values; allowed are " + unique.max()));
        }
    }
}
