package io.shelfwright.sample.cli;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.LearningConfig;
import io.shelfwright.learning.LearningLoop;
import io.shelfwright.learning.LearningReport;
import io.shelfwright.learning.LearningRequest;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "learn",
        description = {
            "Trains a ranker from the experience log, judges it, and publishes it in a new snapshot or refuses.",
            "Exit code 1 if it was refused; the snapshot in use stays in use then."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright learn --data my-data",
            "  shelfwright learn --data my-data --ranker logistic --set l2=0.5",
            "  shelfwright learn --data my-data --ranker gbdt --tune 20"
        })
final class LearnCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--ranker",
            paramLabel = "R",
            description = "Ranker to train: gbdt, logistic, neural, or an instance of ranking.ladder; by default"
                    + " learning.training.ranker of home.conf.")
    private @Nullable String named;

    @Option(
            names = "--set",
            paramLabel = "K=V",
            description = "Setting of the trainer, such as --set trees=100; may be repeated.")
    private String[] settings = {};

    @Option(
            names = "--tune",
            paramLabel = "N",
            description =
                    "Try N settings of the trainer at random first, as configured the first of them; those that are"
                            + " set are not searched.",
            defaultValue = "0")
    private int trials;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the split, of the search and of the trainer.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--candidate",
            description = "Publish it as the candidate, for a share of the users, not for all; see 'snapshots try'.")
    private boolean candidate;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        EngineConfig config = workspace.config();
        if (trials < 0) {
            throw new BadRequestException("--tune is " + trials + ", allowed is 0 (no search) or more");
        }
        String ranker = named == null ? LearningConfig.of(config).training().ranker() : named;
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        SnapshotStore snapshots = candidate ? workspace.snapshots().publishingCandidates() : workspace.snapshots();
        LearningRequest request = LearningRequest.of(
                        config, snapshots, workspace.data().experience(), ranker)
                .trainerSettings(trainerSettings())
                .trials(trials)
                .seed(seed)
                .progress(progress::println);
        LearningReport report;
        try (ConfiguredPlugins plugins = workspace.plugins()) {
            report = new LearningLoop(plugins.registry()).learn(request);
        }
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(report.json());
        } else {
            report.lines().forEach(out::println);
            if (report.published()
                    && config.ranking().ladder().stream()
                            .noneMatch(rung -> rung.name().equals(ranker))) {
                out.println("to serve with it, put '" + ranker + "' into ranking.ladder of home.conf");
            }
        }
        return report.published() ? 0 : 1;
    }

    private ConfigObject trainerSettings() {
        try {
            return ConfigFactory.parseString(String.join("\n", settings)).root();
        } catch (ConfigException e) {
            throw new BadRequestException("--set is not of the form key=value: " + e.getMessage(), e);
        }
    }
}
