package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.Lifecycle;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds data, or a slice of it, against its schema. */
final class SchemaCheck {
    private final DataSchema schema;
    private final String environment;

    SchemaCheck(DataSchema schema, String environment) {
        this.schema = schema;
        this.environment = environment;
    }

    /** Returns the findings of a data set as a whole. */
    List<Finding> whole(DatasetStatistics data) {
        List<Finding> findings = new ArrayList<>(slice(data, ""));
        Map<String, FeatureRule> expected = schema.expected(environment);
        for (FeatureRule rule : expected.values()) {
            if (data.feature(rule.name()).isEmpty() && rule.presence().required()) {
                findings.add(Found.schema(AnomalyType.SCHEMA_MISSING_COLUMN, rule.name(), "")
                        .said("the column is absent; the schema requires it"
                                + (environment.isEmpty() ? "" : " in " + environment)));
            }
        }
        for (FeatureStatistics column : data.features().values()) {
            if (isNew(column)) {
                findings.add(Found.schema(AnomalyType.SCHEMA_NEW_COLUMN, column.name(), "")
                        .severity(Severity.WARNING)
                        .said("the column is not in the schema" + place(column.name())
                                + "; add it, or name it in keys.ignored"));
            }
        }
        rows(data, findings);
        return findings;
    }

    /** A column that the schema knows but that is not validated at its stage of life is none of ours. */
    private boolean isNew(FeatureStatistics column) {
        Optional<FeatureRule> rule = schema.feature(column.name());
        return rule.isEmpty()
                || (rule.get().lifecycle().validated()
                        && !schema.expected(environment).containsKey(column.name()));
    }

    private String place(String column) {
        return schema.feature(column)
                .filter(rule -> rule.lifecycle() == Lifecycle.PRODUCTION || rule.lifecycle() == Lifecycle.BETA)
                .map(rule -> " for " + environment)
                .orElse("");
    }

    /** Returns the findings of the columns of a slice, an empty one for all rows. */
    List<Finding> slice(DatasetStatistics data, String slice) {
        List<Finding> findings = new ArrayList<>();
        for (FeatureRule rule : schema.expected(environment).values()) {
            data.feature(rule.name()).ifPresent(column -> new FeatureCheck(rule, column, slice).addTo(findings));
        }
        return findings;
    }

    private void rows(DatasetStatistics data, List<Finding> findings) {
        long rows = data.rows();
        if (rows < schema.dataset().minRows()) {
            findings.add(Found.schema(AnomalyType.DATASET_LOW_NUM_EXAMPLES, "", "")
                    .measured(rows, schema.dataset().minRows())
                    .said("there are " + rows + " rows; needed are "
                            + schema.dataset().minRows()));
        }
        if (rows > schema.dataset().maxRows()) {
            findings.add(Found.schema(AnomalyType.DATASET_HIGH_NUM_EXAMPLES, "", "")
                    .measured(rows, schema.dataset().maxRows())
                    .said("there are " + rows + " rows; allowed are "
                            + schema.dataset().maxRows()));
        }
    }
}
