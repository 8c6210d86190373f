package io.shelfwright.sample.cli;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.learning.LearningLoop;
import io.shelfwright.learning.LearningReport;
import io.shelfwright.learning.LearningRequest;
import io.shelfwright.learning.watch.WatchReport;
import io.shelfwright.learning.watch.WatchSettings;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.sample.simulate.Simulation;
import io.shelfwright.sample.web.DemoListeners;
import io.shelfwright.sample.web.DemoListeners.Listener;
import io.shelfwright.sample.web.DemoServer;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.vectors.TrainingSetup;
import io.shelfwright.vectors.training.CatalogTraining;
import io.shelfwright.vectors.training.TrainingPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Starts a web page with the home pages of all listeners; stop it with Ctrl-C.",
            "Without --data it makes a small synthetic world first, serves it to simulated listeners and trains a ranker;"
                    + " all of it is kept in .shelfwright/demo beside the launcher."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
    private static final String RANKER = "gbdt";
    private static final int PAGES = 800;
    private static final int TREES = 100;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port on this machine; 0 for any free one.",
            defaultValue = "8080")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory to show instead of the synthetic world.")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Printing.out(spec);
        Workspace workspace = data == null ? synthetic(out) : Workspace.open(data);
        learnVectors(workspace, out);
        boolean invented = workspace.data().sources().equals(List.of(SyntheticWorld.KIND));
        InstantSource clock = ticking(workspace.now());
        try (HomeEngine engine = Shelfwright.builder(workspace.config())
                        .clock(clock)
                        .watchPlugins(true)
                        .watchSnapshots(true)
                        .experienceSink(WatchCommand.sink(workspace, WatchSettings.DEFAULT, DemoCommand::warn))
                        .build();
                DemoServer server = new DemoServer(
                        engine,
                        listeners(workspace),
                        clock,
                        invented ? "Everything here is synthetic: artists, albums and listeners are invented." : "",
                        port)) {
            out.println("open http://localhost:" + server.port() + "/ in a browser; Ctrl-C stops");
            CountDownLatch stopped = new CountDownLatch(1);
            Thread hook = new Thread(() -> {
                server.close();
                engine.close();
            });
            Runtime.getRuntime().addShutdownHook(hook);
            stopped.await();
        }
        return 0;
    }

    private static void warn(WatchReport report) {
        report.alarms()
                .forEach(alarm -> LOG.warn(
                        "pages of snapshot {} by '{}' have drifted: {}",
                        report.snapshot(),
                        report.ranker(),
                        alarm.sentence()));
    }

    private static Workspace synthetic(PrintWriter out) {
        Path directory = Path.of(System.getProperty("shelfwright.home", "."), ".shelfwright", "demo");
        Workspace workspace = Workspace.create(directory);
        if (workspace.data().sources().isEmpty()
                || workspace.snapshots().current().isEmpty()) {
            out.println("making a synthetic world in " + directory + " ...");
            SyntheticWorld.write(workspace.data(), SyntheticWorld.DEFAULT_SEED);
            workspace.publish("synthetic world");
        }
        if (workspace.snapshots().open().model(RANKER).isEmpty()) {
            train(workspace, out);
        }
        return workspace;
    }

    /** Without vectors, the demo would show a fallback. */
    private static void learnVectors(Workspace workspace, PrintWriter out) {
        if (!VectorFiles.spaces(workspace.snapshots().open().vectors()).isEmpty()) {
            return;
        }
        out.println("learning the vectors of items ...");
        try (UserStateStore users = workspace.users()) {
            TrainVectorsCommand.print(
                    out,
                    CatalogTraining.publish(
                            workspace.snapshots(), users, TrainingPlan.defaults(), TrainingSetup.of(1)));
        } catch (BadRequestException e) { // a page needs no vectors
            out.println("no vectors were learned: " + e.getMessage());
        }
    }

    /** What the demo shows shall be what the library does: a ranker learned from logged, explored pages. */
    private static void train(Workspace workspace, PrintWriter out) {
        out.println("serving " + PAGES + " pages to simulated listeners and training a ranker on what they did ...");
        new Simulation(workspace.data(), workspace.now(), line -> {}).run(PAGES, 0, 1);
        LearningReport report = LearningLoop.discover()
                .learn(LearningRequest.of(
                                workspace.config(),
                                workspace.snapshots(),
                                workspace.data().experience(),
                                RANKER)
                        .trainerSettings(
                                ConfigFactory.parseString("trees = " + TREES).root()));
        out.println(
                report.published()
                        ? "trained '" + RANKER + "', snapshot " + report.version()
                        : "no ranker was trained: " + String.join("; ", report.reasons()));
    }

    /** The data's "now" at the start, then as fast as real time. */
    private static InstantSource ticking(Instant now) {
        Clock system = Clock.systemUTC();
        return Clock.offset(system, Duration.between(system.instant(), now));
    }

    /** Listeners with what they play most, so that there is something to choose by. */
    private static DemoListeners listeners(Workspace workspace) {
        Map<String, String> genreOf = new HashMap<>();
        workspace.source().items(item -> genreOf.put(item.id(), genre(item)));
        Map<String, Map<String, Double>> plays = new HashMap<>();
        workspace.source().interactions(interaction -> {
            String genre = genreOf.getOrDefault(interaction.targetId(), "");
            if (!genre.isEmpty()) {
                plays.computeIfAbsent(interaction.userId(), user -> new HashMap<>())
                        .merge(genre, interaction.amount(), Double::sum);
            }
        });
        List<Listener> listeners = new ArrayList<>();
        for (UserProfile profile : workspace.source().profiles()) {
            listeners.add(
                    new Listener(profile.userId(), label(profile, plays.getOrDefault(profile.userId(), Map.of()))));
        }
        return DemoListeners.of(listeners);
    }

    private static String genre(Item item) {
        return item.genres().isEmpty() ? "" : item.genres().get(0);
    }

    private static String label(UserProfile profile, Map<String, Double> plays) {
        List<String> genres = plays.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        String taste = genres.isEmpty() ? "no history yet" : String.join(", ", genres);
        return profile.userId() + " - " + taste + (profile.market().isEmpty() ? "" : " - " + profile.market());
    }
}
