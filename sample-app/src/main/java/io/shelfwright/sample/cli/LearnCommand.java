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
import io.shelfwright.learning.alerts.AlertOutcome;
import io.shelfwright.learning.alerts.Alerts;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.schedule.RunLock;
import io.shelfwright.learning.schedule.ScheduledRuns;
import io.shelfwright.learning.schedule.StopSignal;
import io.shelfwright.learning.schedule.Timetable;
import io.shelfwright.learning.validation.report.ValidationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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
            "Exit code 1 if it was refused; the snapshot in use stays in use then. SIGTERM stops it cleanly at any"
                    + " moment, with exit code 143."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright learn --data my-data",
            "  shelfwright learn --data my-data --ranker logistic --set l2=0.5",
            "  shelfwright learn --data my-data --ranker gbdt --tune 20",
            "  shelfwright learn --data my-data --schedule weekly",
            "  shelfwright learn --data my-data --schedule '30 3 * * *' --json"
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
            names = "--dataset",
            paramLabel = "VERSION",
            description = "Learn from a dataset of 'datasets make' instead of the log; latest is the newest one.")
    private @Nullable String dataset;

    @Option(
            names = "--tune",
            paramLabel = "N",
            description =
                    "Try N settings of the trainer at random first, as configured the first of them; those that are"
                            + " set are not searched.",
            defaultValue = "0")
    private int trials;

    @Option(
            names = "--schedule",
            paramLabel = "WHEN",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Do not learn now, but at these times until stopped: hourly, daily, weekly or a cron expression of"
                            + " five fields; without WHEN, learning.schedule.when of home.conf.")
    private @Nullable String schedule;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "With --schedule: end after N runs; 0, the default, goes on.",
            defaultValue = "0")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Seed of the search and of the trainer; who is learned from and who is judged by is learning.training.split-seed.",
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
    public Integer call() throws InterruptedException {
        if (trials < 0 || runs < 0) {
            throw new BadRequestException("--tune is " + trials + " and --runs " + runs + ", allowed is 0 or more");
        }
        ProgressLines progress = new ProgressLines(
                Objects.requireNonNull(spec, "picocli sets the spec")
                        .commandLine()
                        .getErr(),
                ProgressLines.onTerminal());
        Workspace workspace = data.open();
        LearningConfig learning = LearningConfig.of(workspace.config());
        StopSignal stop = new StopSignal();
        Thread hook = new Thread(() -> stop(stop, learning), "shelfwright-learn-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return schedule == null
                    ? once(learning, stop, progress)
                    : repeatedly(workspace.config(), learning, schedule, stop, progress);
        } catch (StopSignal.Stopped | InterruptedException e) {
            progress.accept("stopped; the snapshot in use stays in use");
            return 1;
        } finally {
            progress.end();
            stop.end();
            forget(hook);
        }
    }

    private static void stop(StopSignal stop, LearningConfig learning) {
        try {
            stop.stop(learning.schedule().stopGrace());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is what waited for this thread.
            return;
        }
    }

    private int repeatedly(
            EngineConfig config, LearningConfig learning, String given, StopSignal stop, Consumer<String> progress)
            throws InterruptedException {
        String when = given.isEmpty() ? learning.schedule().when() : given;
        Timetable timetable = Timetable.of(when, learning.schedule().zone());
        InstantSource clock = InstantSource.system();
        int[] last = {1};
        new ScheduledRuns(
                        timetable,
                        learning.schedule(),
                        clock,
                        stop.during(ScheduledRuns.sleeping(clock)),
                        seed,
                        progress)
                .run(
                        () -> {
                            last[0] = 1;
                            // Read anew each time: who mends the configuration mends the next run.
                            last[0] = once(LearningConfig.of(data.open().config()), stop, progress);
                        },
                        runs);
        return last[0];
    }

    private int once(LearningConfig learning, StopSignal stop, Consumer<String> progress) {
        Workspace workspace = data.open();
        EngineConfig config = workspace.config();
        String ranker = named == null ? learning.training().ranker() : named;
        Path lock = workspace.data().experience().resolveSibling("learning.lock");
        SnapshotStore snapshots = candidate ? workspace.snapshots().publishingCandidates() : workspace.snapshots();
        Alerts alerts = RunAlerts.of(workspace);
        LearningReport report;
        AlertOutcome told;
        AtomicReference<@Nullable ValidationReport> validated = new AtomicReference<>();
        try (RunLock held = RunLock.take(lock);
                ConfiguredPlugins plugins = workspace.plugins()) {
            stop.check();
            LearningRequest request = LearningRequest.of(
                            config, snapshots, workspace.data().experience(), ranker)
                    .trainerSettings(trainerSettings())
                    .trials(trials)
                    .seed(seed)
                    .progress(line -> {
                        stop.check();
                        progress.accept(line);
                    });
            report = new LearningLoop(plugins.registry(), () -> LoggedEngines.asWritten(workspace, request.progress()))
                    .knowing(consumer -> workspace.source().profiles().forEach(consumer))
                    .telling(validated::set)
                    .learn(request, stored(workspace));
            told = RunAlerts.learned(alerts, report, validated.get());
        }
        print(report, told, config, ranker);
        return report.published() ? 0 : 1;
    }

    private @Nullable StoredDataset stored(Workspace workspace) {
        if (dataset == null) {
            return null;
        }
        DatasetStore store = DatasetsCommand.store(workspace);
        return store.open(DatasetsCommand.version(store, dataset), ShardFormat.discover());
    }

    private void print(LearningReport report, AlertOutcome told, EngineConfig config, String ranker) {
        PrintWriter out = Printing.out(spec);
        if (json) {
            out.println(RunAlerts.json(report, told));
            return;
        }
        report.lines().forEach(out::println);
        told.lines().forEach(out::println);
        if (report.published()
                && config.ranking().ladder().stream()
                        .noneMatch(rung -> rung.name().equals(ranker))) {
            out.println("to serve with it, put '" + ranker + "' into ranking.ladder of home.conf");
        }
    }

    private ConfigObject trainerSettings() {
        try {
            return ConfigFactory.parseString(String.join("\n", settings)).root();
        } catch (ConfigException e) {
            throw new BadRequestException("--set is not of the form key=value: " + e.getMessage(), e);
        }
    }
}
