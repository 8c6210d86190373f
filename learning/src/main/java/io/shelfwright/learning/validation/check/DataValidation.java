package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.Measurement;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.StatisticsOptions;
import io.shelfwright.learning.validation.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Validates data: against a schema, against the span before (drift), against what was served (skew), whole and by slice.
 *
 * <pre>{@code
 * ValidationReport report = DataValidation.with(schema)
 *         .environment("TRAINING")
 *         .previous(yesterday)
 *         .serving(served)
 *         .validate(trainingTable);
 * if (report.blocks()) ...
 * }</pre>
 *
 * Immutable; each setter returns a copy. What a finding means is said in {@code docs/data-validation.md}.
 */
public final class DataValidation {
    private final DataSchema schema;
    private final StatisticsOptions options;
    private final String environment;
    private final @Nullable DatasetStatistics previous;
    private final @Nullable DatasetStatistics serving;

    private DataValidation(
            DataSchema schema,
            StatisticsOptions options,
            String environment,
            @Nullable DatasetStatistics previous,
            @Nullable DatasetStatistics serving) {
        this.schema = schema;
        this.options = options;
        this.environment = environment;
        this.previous = previous;
        this.serving = serving;
    }

    /** Returns a validation against a schema in any environment. */
    public static DataValidation with(DataSchema schema) {
        return new DataValidation(schema, StatisticsOptions.DEFAULT, "", null, null);
    }

    public DataValidation options(StatisticsOptions value) {
        return new DataValidation(schema, value, environment, previous, serving);
    }

    /** Returns a copy for an environment such as {@link DataSchema#SERVING}, where labels are not expected. */
    public DataValidation environment(String value) {
        return new DataValidation(schema, options, value, previous, serving);
    }

    /** Returns a copy that looks for drift from the span before. */
    public DataValidation previous(DatasetStatistics value) {
        return new DataValidation(schema, options, environment, value, serving);
    }

    /** Returns a copy that looks for drift from the span before. */
    public DataValidation previous(Table value) {
        return previous(statistics(value));
    }

    /** Returns a copy that looks for skew between what was served and the data. */
    public DataValidation serving(DatasetStatistics value) {
        return new DataValidation(schema, options, environment, previous, value);
    }

    /** Returns a copy that looks for skew between what was served and the data. */
    public DataValidation serving(Table value) {
        return serving(statistics(value));
    }

    /** Returns the statistics of a table, read and sliced as the schema says. */
    public DatasetStatistics statistics(Table table) {
        return DatasetStatistics.of(table, schema.plan(options));
    }

    /** Validates a table. */
    public ValidationReport validate(Table current) {
        return validate(statistics(current));
    }

    /** Validates data by its statistics. */
    public ValidationReport validate(DatasetStatistics current) {
        SchemaCheck check = new SchemaCheck(schema, environment);
        List<Finding> findings = new ArrayList<>(check.whole(current));
        findings.addAll(slices(check, current, findings));
        findings.addAll(CustomCheck.of(schema, current, previous != null ? previous : serving));
        List<Measurement> measurements = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", current.rows());
        facts.put("columns", current.features().size());
        facts.put("slices", current.slices().size());
        if (previous != null) {
            facts.put("previous", previous.name());
            facts.put("previousRows", previous.rows());
            compare(Comparison.DRIFT, current, previous, findings, measurements, notes);
        }
        if (serving != null) {
            facts.put("serving", serving.name());
            facts.put("servingRows", serving.rows());
            compare(Comparison.SKEW, current, serving, findings, measurements, notes);
        }
        return new ValidationReport(current.name(), environment, facts, findings, measurements, notes);
    }

    private void compare(
            String kind,
            DatasetStatistics current,
            DatasetStatistics control,
            List<Finding> findings,
            List<Measurement> measurements,
            List<String> notes) {
        Comparison comparison = new Comparison(schema, environment, kind);
        comparison.compare(current, control);
        findings.addAll(comparison.findings());
        measurements.addAll(comparison.measurements());
        notes.addAll(comparison.notes());
    }

    /** What is wrong with all rows is not told again of each slice. */
    private List<Finding> slices(SchemaCheck check, DatasetStatistics current, List<Finding> whole) {
        Set<String> known = new TreeSet<>();
        whole.forEach(finding -> known.add(finding.type() + "/" + finding.feature()));
        List<Finding> findings = new ArrayList<>();
        for (DatasetStatistics slice : current.slices().values()) {
            if (SliceSize.enough(schema.slices(), slice)) {
                for (Finding finding : check.slice(slice, slice.name())) {
                    if (!known.contains(finding.type() + "/" + finding.feature())) {
                        findings.add(finding);
                    }
                }
            }
        }
        return findings;
    }
}
