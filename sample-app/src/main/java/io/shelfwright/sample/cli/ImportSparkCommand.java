package io.shelfwright.sample.cli;

import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.content.ContentFallback;
import io.shelfwright.vectors.content.ContentFeatures;
import io.shelfwright.vectors.spark.SparkFactors;
import io.shelfwright.vectors.training.CatalogTraining;
import io.shelfwright.vectors.training.TrainedSpace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "import-spark",
        description = {
            "Publishes item factors that Spark MLlib's ALS has learned in a new snapshot, in place of our own.",
            "Items without factors get a vector from their content. See docs/vectors.md."
        },
        footer = {
            "",
            "Example:",
            "  shelfwright vectors import-spark --data my-data --factors model/itemFactors --mapping items.csv --alpha 40"
                    + " --reg 0.1"
        })
final class ImportSparkCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--factors",
            required = true,
            paramLabel = "DIR",
            description = "Directory itemFactors of a saved ALSModel: Parquet files of id and features.")
    private Path factors = Path.of("");

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "Which item each id is: lines of an integer, a tab or comma, and the item's id.")
    private Path mapping = Path.of("");

    @Option(names = "--alpha", required = true, paramLabel = "A", description = "The alpha that Spark was given.")
    private double alpha;

    @Option(names = "--reg", required = true, paramLabel = "R", description = "The regParam that Spark was given.")
    private double regularisation;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        CatalogData catalog = CatalogFiles.read(workspace.snapshots().open().catalog());
        SparkFactors read = SparkFactors.read(factors, mapping, catalog.items(), alpha, regularisation);
        ItemFactors filled = ContentFallback.fill(
                read.factors(),
                new ContentFeatures(catalog.items()),
                catalog.usage().listeners(),
                0,
                Runtime.getRuntime().availableProcessors());
        TrainedSpace space = new TrainedSpace(
                ItemVectors.COLLABORATIVE, filled, read.factors().known(), SparkFactors.TRAINED_ITEMS);
        String version = CatalogTraining.publish(workspace.snapshots(), catalog.items(), List.of(space));
        PrintWriter out = Printing.out(spec);
        out.println("read " + read.factors().known().cardinality() + " vectors of " + filled.dimension()
                + " dimensions; left out " + read.unmapped() + " that the mapping does not name and " + read.foreign()
                + " of items that the catalog does not have");
        out.println("snapshot " + version + " is in use");
        return 0;
    }
}
