package io.shelfwright.learning.validation.source;

import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.learning.validation.check.DataValidation;
import io.shelfwright.learning.validation.check.RowEquality;
import io.shelfwright.learning.validation.history.KnownListeners;
import io.shelfwright.learning.validation.history.LogHistory;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.ComparatorRule;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.DatasetRule;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.SliceSpec;
import io.shelfwright.learning.validation.statistics.StatisticsFile;
import io.shelfwright.learning.validation.statistics.StatisticsOptions;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.spi.FeatureSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Validates what a model is about to be trained on: against the schema, against the training data accepted last (drift), and against the
 * served rows of the log: slices and shares (skew), and every row bit for bit.
 *
 * <p>The schema is {@value #SCHEMA} beside the configuration; without one it is what the features declare. Since what was seen is not what
 * was served, the generated one compares slices of listeners only, and leaves the values of rows to the comparison of rows.
 */
public final class TrainingValidation {
    /** File beside the configuration. */
    public static final String SCHEMA = "data-schema.conf";

    /** File in the directory {@code validation} beside the experience log. */
    public static final String ACCEPTED = "training.stats";

    private static final List<String> SLICES = List.of(
            LogColumns.TIER,
            LogColumns.MARKET,
            LogColumns.DEVICE,
            LogColumns.LISTENER,
            LogColumns.TIER + " x " + LogColumns.DEVICE);
    private static final StatisticsOptions OPTIONS = StatisticsOptions.DEFAULT;
    private static final Function<String, Optional<UserProfile>> NOBODY = user -> Optional.empty();

    private final DataSchema schema;
    private final Path accepted;

    private TrainingValidation(DataSchema schema, Path accepted) {
        this.schema = schema;
        this.accepted = accepted;
    }

    /**
     * Makes a validation.
     *
     * @param baseDirectory directory of the configuration
     * @param experience directory of the log
     */
    public static TrainingValidation of(
            Path baseDirectory, Path experience, FeatureSchema features, List<String> objectives) {
        return new TrainingValidation(
                schema(baseDirectory, features, objectives),
                experience.toAbsolutePath().resolveSibling("validation").resolve(ACCEPTED));
    }

    /** Returns what training data is validated against: the reviewed schema, or what the features declare. */
    public static DataSchema schema(Path baseDirectory, FeatureSchema features, List<String> objectives) {
        Path file = baseDirectory.resolve(SCHEMA);
        return Files.exists(file) ? SchemaFile.read(file) : generated(features, objectives);
    }

    private static DataSchema generated(FeatureSchema features, List<String> objectives) {
        DataSchema schema = LogColumns.schema(features, objectives);
        List<FeatureRule> rules = schema.features().stream()
                .filter(rule -> !rule.name().equals(LogColumns.ITEM_KIND))
                .map(rule -> rule.comparedBy(rule.drift(), ComparatorRule.NONE))
                .toList();
        return schema.features(rules)
                .with(DatasetRule.ANY) // a log grows as it likes
                .with(schema.slices().by(SLICES.stream().map(SliceSpec::parse).toList()));
    }

    /**
     * Validates a dataset that was made of a log, and that log's own history, adds the findings to the report, and keeps the dataset's
     * statistics if nothing blocks.
     *
     * @param known all listeners of the host, to miss those that the log does not have
     * @param validated given the whole report, also one that blocks
     * @throws Refusal naming each blocking finding
     */
    public static void require(
            Path baseDirectory,
            Path experience,
            Dataset dataset,
            KnownListeners known,
            Consumer<ReportSection> findings,
            Consumer<ValidationReport> validated) {
        TrainingValidation validation = of(baseDirectory, experience, dataset.schema(), dataset.objectives());
        DatasetStatistics statistics = DataValidation.with(validation.schema).statistics(table(dataset));
        validation.require(validation.withLog(dataset, statistics, experience, known), statistics, findings, validated);
    }

    /**
     * Does the same for a dataset that was made at an earlier time: the log may since have lost pages, which is a warning then, or may not be
     * there at all, so that there is nothing to hold the rows against but the schema and what was accepted before.
     *
     * @param known all listeners of the host, to miss those that the log does not have
     * @param validated given the whole report, also one that blocks
     * @throws Refusal naming each blocking finding
     */
    public static void requireStored(
            Path baseDirectory,
            Path experience,
            Dataset dataset,
            KnownListeners known,
            Consumer<ReportSection> findings,
            Consumer<ValidationReport> validated) {
        TrainingValidation validation = of(baseDirectory, experience, dataset.schema(), dataset.objectives());
        DatasetStatistics statistics = DataValidation.with(validation.schema).statistics(table(dataset));
        boolean logged = !new ExperienceLogReader(experience).pageFiles().isEmpty();
        ValidationReport report = logged
                ? forgiving(validation.withLog(dataset, statistics, experience, known))
                : validation.besidePrevious().validate(statistics).and(noLog());
        validation.require(report, statistics, findings, validated);
    }

    private void require(
            ValidationReport report,
            DatasetStatistics statistics,
            Consumer<ReportSection> findings,
            Consumer<ValidationReport> validated) {
        validated.accept(report);
        findings.accept(section(report));
        if (report.blocks()) {
            throw new Refusal("data validation: "
                    + String.join(
                            "; ", report.errors().stream().map(Finding::line).toList()));
        }
        StatisticsFile.write(statistics, accepted);
    }

    private ValidationReport withLog(
            Dataset dataset, DatasetStatistics statistics, Path experience, KnownListeners known) {
        Table served = new LogTable("experience log", experience, dataset.schema(), Span.ALL, NOBODY);
        return validate(table(dataset), statistics, served)
                .and(LogHistory.check(new ExperienceLogReader(experience), dataset.schema(), schema, known));
    }

    private static Table table(Dataset dataset) {
        return new DatasetTable("training data", dataset, NOBODY);
    }

    private static ValidationReport forgiving(ValidationReport report) {
        List<Finding> findings = report.findings().stream()
                .map(finding -> finding.type() == AnomalyType.ROW_WITHOUT_PARTNER
                        ? finding.withSeverity(Severity.WARNING)
                        : finding)
                .toList();
        return new ValidationReport(
                report.data(), report.environment(), report.facts(), findings, report.measurements(), report.notes());
    }

    private static ValidationReport noLog() {
        return new ValidationReport(
                "",
                "",
                Map.of(),
                List.of(),
                List.of(),
                List.of("rows: there is no experience log to hold the dataset against"));
    }

    /** Validates a table of training data beside the served rows; nothing is kept. */
    public ValidationReport validate(Table trained, Table served) {
        return validate(trained, DataValidation.with(schema).statistics(trained), served);
    }

    private ValidationReport validate(Table trained, DatasetStatistics statistics, Table served) {
        return besidePrevious()
                .serving(served)
                .validate(statistics)
                .and(RowEquality.with(schema).compare(served, trained));
    }

    private DataValidation besidePrevious() {
        DataValidation validation = DataValidation.with(schema).environment(DataSchema.TRAINING);
        return Files.exists(accepted) ? validation.previous(StatisticsFile.read(accepted, OPTIONS)) : validation;
    }

    private static ReportSection section(ValidationReport report) {
        Map<String, Object> facts = new LinkedHashMap<>(report.facts());
        facts.put("errors", report.errors().size());
        facts.put("findings", report.findings().stream().map(Finding::line).toList());
        facts.put("notes", report.notes());
        return new ReportSection("validation", facts);
    }
}
