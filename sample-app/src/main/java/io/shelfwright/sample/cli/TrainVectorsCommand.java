package io.shelfwright.sample.cli;

import io.shelfwright.api.Item;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.vectors.TrainingSetup;
import io.shelfwright.vectors.evaluation.RankingMetrics;
import io.shelfwright.vectors.sessions.SessionVectorsSettings;
import io.shelfwright.vectors.training.CatalogTraining;
import io.shelfwright.vectors.training.ColdStartReport;
import io.shelfwright.vectors.training.ListenerHistories;
import io.shelfwright.vectors.training.TrainedSpace;
import io.shelfwright.vectors.training.TrainingPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = {
            "Learns the vectors of all items from the listeners' histories, and publishes them in a new snapshot.",
            "Items without plays get theirs from genres, artists, publisher, language and text; where there are sessions,"
                    + " a second space says what is played one after the other."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright vectors train --data my-data",
            "  shelfwright vectors train --data my-data --tune --set dimension=128",
            "  shelfwright vectors train --data my-data --cold-start"
        })
final class TrainVectorsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--algorithm",
            paramLabel = "A",
            description = "ials, the one that has vectors.",
            defaultValue = "ials")
    private String algorithm = "ials";

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    @Option(
            names = "--content-prior",
            paramLabel = "N",
            description =
                    "Listeners that an item's content is worth beside its plays; 0, the default, uses content only where"
                            + " there are no plays.",
            defaultValue = "0")
    private double contentPrior;

    @Option(
            names = "--cold-start",
            description = "Publish nothing, but hold out items and say how well their content stands in for plays.")
    private boolean coldStart;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        TrainingPlan plan = new TrainingPlan(
                algorithm,
                training.settings(),
                training.tune(),
                training.trials(),
                contentPrior,
                SessionVectorsSettings.DEFAULTS);
        TrainingSetup setup = training.setup(Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr());
        PrintWriter out = Printing.out(spec);
        try (UserStateStore users = workspace.users()) {
            if (coldStart) {
                List<Item> items = CatalogFiles.read(
                                workspace.snapshots().open().catalog())
                        .items();
                print(out, ColdStartReport.of(items, ListenerHistories.read(items, users), plan, setup));
            } else {
                print(out, CatalogTraining.publish(workspace.snapshots(), users, plan, setup));
                out.println("snapshot " + workspace.snapshots().open().version() + " is in use");
            }
        }
        return 0;
    }

    static void print(PrintWriter out, CatalogTraining.Result result) {
        out.println("learned from " + result.listeners() + " listeners and " + result.sessions() + " sessions");
        for (TrainedSpace space : result.spaces()) {
            int learned = space.learned().cardinality();
            out.println(space.name() + ": " + space.factors().dimension() + " dimensions, " + learned
                    + " items from plays, " + (space.factors().known().cardinality() - learned)
                    + " from their content, "
                    + (space.factors().size() - space.factors().known().cardinality()) + " without a vector");
        }
    }

    private static void print(PrintWriter out, ColdStartReport report) {
        out.println(report.items() + " items lost their plays; ranked among themselves for "
                + report.content().users() + " listeners who played some of them:");
        print(out, "from their content", report.content());
        print(out, "by chance", report.chance());
        print(out, "learned with their plays", report.learned());
    }

    private static void print(PrintWriter out, String name, RankingMetrics metrics) {
        out.printf(Locale.ROOT, "%-24s  Recall@20 %.4f  nDCG@20 %.4f%n", name, metrics.recall20(), metrics.ndcg20());
    }
}
