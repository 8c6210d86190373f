package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.alerts.AlertJson;
import io.shelfwright.learning.alerts.AlertOutcome;
import io.shelfwright.learning.alerts.Alerts;
import io.shelfwright.learning.alerts.Signal;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.validation.check.DataValidation;
import io.shelfwright.learning.validation.check.RowEquality;
import io.shelfwright.learning.validation.report.ReportJson;
import io.shelfwright.learning.validation.report.ReportText;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.schema.SchemaGenerator;
import io.shelfwright.learning.validation.schema.TableKeys;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.StatisticsFile;
import io.shelfwright.learning.validation.statistics.StatisticsOptions;
import io.shelfwright.learning.validation.stored.LocalStatistics;
import io.shelfwright.learning.validation.stored.StatisticsJob;
import io.shelfwright.learning.validation.stored.StatisticsSpec;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = {
            "Validates data against a schema and other data; see docs/data-validation.md.",
            "Either the experience log of --data, or one of its datasets, or tables of your own: .csv, .jsonl or .ndjson,"
                    + " each also with .gz.",
            "With --data, learning.alerts of the configuration says who is told of findings, once, and when they are over.",
            "Exit code 1 if there is an error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  shelfwright validate --data DIR --span 2024-05-08/2024-05-14",
            "  shelfwright validate --data DIR --dataset latest --reference DIR/datasets/000001.stats",
            "  shelfwright validate --reference monday.csv --current tuesday.csv --json",
            "  shelfwright validate --reference served.csv --current trained.csv --skew --key request_id,item_id",
            "  shelfwright validate schema --current monday.csv --write schema.conf"
        },
        subcommands = ValidateSchemaCommand.class)
final class ValidateCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory whose experience log is validated.")
    private @Nullable Path data;

    @Option(
            names = "--span",
            paramLabel = "SPAN",
            description =
                    "Days of the log, as 2024-05-01 or 2024-05-01/2024-05-07, compared with as many before; default:"
                            + " all.")
    private @Nullable String span;

    @Option(
            names = "--dataset",
            paramLabel = "VERSION",
            description = "Dataset of --data to validate instead of its log, by its statistics; latest is the newest.")
    private @Nullable String dataset;

    @Option(names = "--current", paramLabel = "FILE", description = "Table to validate.")
    private @Nullable Path current;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "Table to compare with, or statistics that were kept: a .stats file.")
    private @Nullable Path reference;

    @Option(
            names = "--skew",
            description = "The reference is what was served and the current table what is trained on; default: drift.")
    private boolean skew;

    @Option(
            names = "--key",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that name a row: rows of one key must be equal bit for bit.")
    private List<String> key = List.of();

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description =
                    "Schema; default: data-schema.conf of --data, else what features declare or the reference shows.")
    private @Nullable Path schema;

    @Option(
            names = "--environment",
            paramLabel = "E",
            description = "Environment, such as TRAINING or SERVING; default: any.",
            defaultValue = "")
    private String environment = "";

    @Option(names = "--statistics", paramLabel = "FILE", description = "Keep the statistics of the current data.")
    private @Nullable Path statistics;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Alerts alerts = data == null || current != null ? null : RunAlerts.of(Workspace.open(data));
        ValidationReport report;
        if (data != null && dataset != null && current == null) {
            report = ofDataset(data, dataset);
        } else if (data != null && current == null) {
            report = ofLog(data);
        } else if (current != null && data == null && dataset == null) {
            report = ofTables(current);
        } else {
            throw new BadRequestException(
                    "say what to validate: either --data DIR, or --current FILE and perhaps --reference FILE; --dataset"
                            + " goes with --data");
        }
        if (alerts == null) {
            print(report, null);
        } else {
            report = alerts.withTrend(source(), report);
            print(report, alerts.run(source(), Signal.of(report)));
        }
        return report.blocks() ? 1 : 0;
    }

    private void print(ValidationReport report, @Nullable AlertOutcome alerts) {
        PrintWriter out = Printing.out(spec);
        if (json) {
            ObjectNode node = ReportJson.of(report);
            if (alerts != null) {
                node.set("alerts", AlertJson.of(alerts));
            }
            out.println(Printing.pretty(node));
            return;
        }
        ReportText.lines(report).forEach(out::println);
        if (alerts != null) {
            alerts.lines().forEach(out::println);
        }
    }

    /** Runs that look at different things end only their own alerts; another span or version is another day of the same. */
    private String source() {
        return "validate" + (dataset == null ? "" : " --dataset") + (span == null ? "" : " --span")
                + (reference == null ? "" : " --reference") + (environment.isEmpty() ? "" : " " + environment);
    }

    private ValidationReport ofLog(Path directory) {
        if (skew || !key.isEmpty()) {
            throw new BadRequestException("--skew and --key belong to --reference and --current");
        }
        try (LoggedTables tables = LoggedTables.open(directory)) {
            DataSchema rules = schema != null ? SchemaFile.read(schema) : tables.schema();
            DataValidation validation =
                    DataValidation.with(rules).environment(environment.isEmpty() ? DataSchema.SERVING : environment);
            if (span != null && reference != null) {
                throw new BadRequestException("--span compares with the days before, and --reference with other data;"
                        + " leave one of them away");
            }
            if (span != null) {
                validation = validation.previous(tables.before(span));
            }
            ValidationReport report =
                    run(reference == null ? validation : validation.previous(kept(reference)), tables.current(span));
            return span == null && reference == null ? report.and(tables.history(rules)) : report;
        }
    }

    private ValidationReport ofDataset(Path directory, String version) {
        if (skew || !key.isEmpty() || span != null) {
            throw new BadRequestException("--skew, --key and --span do not go with --dataset");
        }
        Workspace workspace = Workspace.open(directory);
        DatasetStore store = DatasetsCommand.store(workspace);
        StoredDataset stored = store.openByShard(DatasetsCommand.version(store, version), ShardFormat.discover());
        Path datasets = workspace.data().datasets().toAbsolutePath();
        StatisticsSpec wanted = DatasetStatisticsCommand.spec(workspace, stored, datasets, schema);
        PrintWriter progress = Objects.requireNonNull(spec).commandLine().getErr();
        DatasetStatistics made = StatisticsJob.read(datasets, stored)
                .orElseGet(() -> StatisticsJob.run(
                        wanted, new LocalStatistics(Runtime.getRuntime().availableProcessors(), progress::println)));
        keep(made);
        DataValidation validation = DataValidation.with(SchemaFile.parse(wanted.schema()))
                .environment(environment.isEmpty() ? DataSchema.TRAINING : environment);
        return (reference == null ? validation : validation.previous(kept(reference))).validate(made);
    }

    /** Returns statistics that were kept, as names ending so are. */
    private static DatasetStatistics kept(Path file) {
        if (!isKept(file)) {
            throw new BadRequestException(
                    file + " is no file of statistics; with --data, --reference names one that ends in .stats, as"
                            + " --statistics and 'datasets statistics' write them");
        }
        return StatisticsFile.read(file, StatisticsOptions.DEFAULT);
    }

    private static boolean isKept(Path file) {
        return file.toString().endsWith(".stats");
    }

    private ValidationReport ofTables(Path file) {
        if (span != null) {
            throw new BadRequestException("--span belongs to --data");
        }
        Table table = TableFiles.open(file);
        if (reference != null && isKept(reference)) {
            return ofTable(table, kept(reference));
        }
        Table other = reference == null ? null : TableFiles.open(reference);
        if (other == null && (skew || !key.isEmpty() || schema == null)) {
            throw new BadRequestException("there is nothing to hold the table against: give --reference FILE"
                    + (skew || !key.isEmpty() ? "" : " or --schema FILE"));
        }
        DataSchema rules = rules(other);
        DataValidation validation = DataValidation.with(rules).environment(environment);
        if (other != null) {
            validation = skew ? validation.serving(other) : validation.previous(other);
        }
        ValidationReport report = run(validation, table);
        return other == null || key.isEmpty()
                ? report
                : report.and(RowEquality.with(rules).compare(other, table));
    }

    private ValidationReport ofTable(Table table, DatasetStatistics other) {
        if (!key.isEmpty()) {
            throw new BadRequestException("--key compares rows, and statistics have none; name a table as --reference");
        }
        DataSchema rules = schema != null
                ? SchemaFile.read(schema)
                : DataSchema.of(List.of()).features(SchemaGenerator.refined(List.of(), other));
        DataValidation validation = DataValidation.with(rules).environment(environment);
        return run(skew ? validation.serving(other) : validation.previous(other), table);
    }

    private ValidationReport run(DataValidation validation, Table table) {
        DatasetStatistics made = validation.statistics(table);
        keep(made);
        return validation.validate(made);
    }

    private void keep(DatasetStatistics made) {
        if (statistics != null) {
            StatisticsFile.write(made, statistics);
        }
    }

    /** Without a schema, the reference's own columns are one. */
    private DataSchema rules(@Nullable Table other) {
        DataSchema rules;
        if (schema != null) {
            rules = SchemaFile.read(schema);
        } else {
            DataSchema plain = DataSchema.of(List.of()).with(new TableKeys(key, "", "", "", List.of()));
            rules = other == null
                    ? plain
                    : plain.features(SchemaGenerator.refined(
                            List.of(), DataValidation.with(plain).statistics(other)));
        }
        TableKeys keys = rules.keys();
        return key.isEmpty()
                ? rules
                : rules.with(new TableKeys(key, keys.listener(), keys.time(), keys.weight(), keys.ignored()));
    }
}
