package io.shelfwright.sample.simulate;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.sample.data.Draws;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Serves pages to the listeners to train on and records what they do, as the configuration has it, exploration included.
 *
 * <p>Pages come every {@value #SECONDS_A_PAGE} seconds from the data's "now" on. The listeners take turns, in another
 * seeded order each round.
 */
final class LoggingRun {
    static final int SECONDS_A_PAGE = 90;
    private static final int PROGRESS = 500;

    private final SimulationWorld world;
    private final Consumer<String> progress;

    LoggingRun(SimulationWorld world, Consumer<String> progress) {
        this.world = world;
        this.progress = progress;
    }

    LoggedPages run(int pages) {
        SimulatedClock clock = new SimulatedClock(world.start());
        SimulatedListener listener = new SimulatedListener(world);
        LoggedPages logged = new LoggedPages();
        String config = ConfigReader.read(world.data().config()).hash();
        long started = System.nanoTime();
        try (HomeEngine engine = WorldEngine.open(world, world.data().experience(), "", List.of(), clock)) {
            List<String> order = List.of();
            for (int n = 0; n < pages; n++) {
                int turn = n % world.train().size();
                if (turn == 0) {
                    order = shuffled(world.train(), n);
                }
                Instant at = world.start().plusSeconds((long) SECONDS_A_PAGE * n);
                clock.set(at);
                HomePage page = engine.home(request(config + ":" + engine.snapshot(), order.get(turn), n, at));
                List<Interaction> reactions = listener.reactions(page);
                reactions.forEach(engine::record);
                logged.count(page, reactions);
                if ((n + 1) % PROGRESS == 0 || n + 1 == pages) {
                    progress.accept(logged.line(Duration.ofNanos(System.nanoTime() - started)));
                }
            }
        }
        return logged;
    }

    /** A run of the same seed, configuration and snapshot asks again with the same ids, which learning counts once. */
    private HomeRequest request(String run, String user, int n, Instant at) {
        return HomeRequest.forUser(user)
                .requestId("simulated:" + world.seed() + ":" + run + ":" + n)
                .device(Examination.DEVICE)
                .seed(new Draws(world.seed(), 22, n).nextLong())
                .at(at)
                .build();
    }

    private List<String> shuffled(List<String> users, long round) {
        List<String> order = new ArrayList<>(users);
        Draws draws = new Draws(world.seed(), 23, round);
        for (int i = order.size() - 1; i > 0; i--) {
            int other = draws.below(i + 1);
            String moved = order.get(other);
            order.set(other, order.get(i));
            order.set(i, moved);
        }
        return order;
    }
}
