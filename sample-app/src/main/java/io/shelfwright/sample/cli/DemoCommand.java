package io.shelfwright.sample.cli;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.sample.web.DemoListeners;
import io.shelfwright.sample.web.DemoListeners.Listener;
import io.shelfwright.sample.web.DemoServer;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Starts a web page with the home pages of all listeners; stop it with Ctrl-C.",
            "Without --data it makes a small synthetic world first, kept in .shelfwright/demo beside the launcher."
        })
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "P", description = "Port on this machine; 0 for any free one.", defaultValue = "8080")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory to show instead of the synthetic world.")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Printing.out(spec);
        Workspace workspace = data == null ? synthetic(out) : Workspace.open(data);
        boolean invented = workspace.data().sources().equals(List.of(SyntheticWorld.KIND));
        InstantSource clock = ticking(workspace.now());
        try (HomeEngine engine =
                        Shelfwright.builder(workspace.config()).clock(clock).build();
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

    private static Workspace synthetic(PrintWriter out) {
        Path directory = Path.of(System.getProperty("shelfwright.home", "."), ".shelfwright", "demo");
        Workspace workspace = Workspace.create(directory);
        if (workspace.data().sources().isEmpty() || workspace.snapshots().current().isEmpty()) {
            out.println("making a synthetic world in " + directory + " ...");
            SyntheticWorld.write(workspace.data(), SyntheticWorld.DEFAULT_SEED);
            workspace.publish("synthetic world");
        }
        return workspace;
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
            listeners.add(new Listener(
                    profile.userId(), label(profile, plays.getOrDefault(profile.userId(), Map.of()))));
        }
        return DemoListeners.of(listeners);
    }

    private static String genre(Item item) {
        return item.genres().isEmpty() ? "" : item.genres().get(0);
    }

    private static String label(UserProfile profile, Map<String, Double> plays) {
        List<String> genres = plays.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        String taste = genres.isEmpty() ? "no history yet" : String.join(", ", genres);
        return profile.userId() + " - " + taste + (profile.market().isEmpty() ? "" : " - " + profile.market());
    }
}
