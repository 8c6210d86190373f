package io.shelfwright.sample.cli;

import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.source.TrainingValidation;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.stored.LocalStatistics;
import io.shelfwright.learning.validation.stored.StatisticsJob;
import io.shelfwright.learning.validation.stored.StatisticsSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "statistics",
        description = {
            "Makes the statistics of a dataset and its slices, and keeps them beside it, in datasets/VERSION.stats.",
            "'validate --data DIR --dataset VERSION' reads them. A run that was killed goes on where it was."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright datasets statistics --data my-data latest",
            "  shelfwright datasets statistics --data my-data 000001 --engine beam"
        })
final class DatasetStatisticsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "VERSION", description = "The dataset, or latest.", defaultValue = "latest")
    private String version = "latest";

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workspace workspace = data.open();
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        DatasetStore store = DatasetsCommand.store(workspace);
        StoredDataset dataset = store.openByShard(DatasetsCommand.version(store, version), ShardFormat.discover());
        Path datasets = workspace.data().datasets().toAbsolutePath();
        StatisticsSpec wanted = spec(workspace, dataset, datasets, null);
        if (engine.beam()) {
            int code = BeamProcess.run("statistics", wanted::write, engine.flinkMaster(), progress);
            if (code != 0) {
                return code;
            }
            print(StatisticsJob.read(datasets, dataset).orElseThrow(), datasets, dataset);
        } else {
            LocalStatistics local = new LocalStatistics(engine.threads(), progress::println);
            print(StatisticsJob.run(wanted, local), datasets, dataset);
        }
        return 0;
    }

    /** Says what is wanted, read as a schema says or, without one, as training data is. */
    static StatisticsSpec spec(Workspace workspace, StoredDataset dataset, Path datasets, @Nullable Path schemaFile) {
        DataSchema schema = schemaFile != null
                ? SchemaFile.read(schemaFile)
                : TrainingValidation.schema(
                        workspace.config().baseDirectory(),
                        dataset.schema(),
                        dataset.manifest().objectives());
        return new StatisticsSpec(datasets.toString(), dataset.version(), SchemaFile.text(schema));
    }

    private void print(DatasetStatistics made, Path datasets, StoredDataset dataset) {
        Printing.out(spec)
                .println("statistics of " + made.name() + ": " + made.rows() + " rows, "
                        + made.features().size() + " columns, " + made.slices().size() + " slices, in "
                        + StatisticsJob.file(datasets, dataset.version()));
    }
}
