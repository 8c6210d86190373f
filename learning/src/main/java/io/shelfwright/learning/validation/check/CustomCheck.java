package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.CustomRule;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds data against the schema's custom rules. */
final class CustomCheck {
    private CustomCheck() {}

    static List<Finding> of(DataSchema schema, DatasetStatistics data, @Nullable DatasetStatistics other) {
        List<Finding> findings = new ArrayList<>();
        for (CustomRule rule : schema.custom()) {
            Optional<FeatureStatistics> column = data.feature(rule.feature());
            if (column.isEmpty()) {
                if (schema.feature(rule.feature()).isEmpty()) {
                    findings.add(Found.schema(AnomalyType.INVALID_SCHEMA_SPECIFICATION, rule.feature(), "")
                            .said("the custom rule '" + rule.name()
                                    + "' is about a column that neither schema nor data have"));
                }
            } else if (!rule.relative()) {
                check(rule, rule.measure().of(column.get()), "", findings);
            } else if (other != null && other.feature(rule.feature()).isPresent()) {
                double there = rule.measure().of(other.feature(rule.feature()).orElseThrow());
                double here = rule.measure().of(column.get());
                check(rule, here == there ? 1 : here / there, " times that of '" + other.name() + "'", findings);
            }
        }
        return findings;
    }

    private static void check(CustomRule rule, double value, String of, List<Finding> findings) {
        if (Double.isNaN(value)) {
            findings.add(Found.schema(AnomalyType.STATS_NOT_AVAILABLE, rule.feature(), "")
                    .severity(rule.severity())
                    .said("the custom rule '" + rule.name() + "' needs the "
                            + rule.measure().key() + ", which these values do not have"));
        } else if (value < rule.min() || value > rule.max()) {
            findings.add(Found.schema(AnomalyType.CUSTOM_VALIDATION, rule.feature(), "")
                    .severity(rule.severity())
                    .fact("rule", rule.name())
                    .measured(value, value < rule.min() ? rule.min() : rule.max())
                    .said("the custom rule '" + rule.name() + "' is broken: "
                            + rule.measure().key() + " is "
                            + Found.number(value) + of + ", allowed is " + Found.number(rule.min()) + " to "
                            + Found.number(rule.max())));
        }
    }
}
