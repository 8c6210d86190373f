package io.shelfwright.sample.simulate;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.sample.data.Draws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Serves pages to listeners, by default those to train on, and records what they do, as the configuration has it, exploration included.
 *
 * <p>Pages come every {@value #SECONDS_A_PAGE} seconds from the data's "now" on. The listeners take turns, in another
 * seeded order each round.
 */
final class LoggingRun {
    static final int SECONDS_A_PAGE = 90;
    private static final int PROGRESS = 500;
    private static final String PREMIUM = "premium";

    private final SimulationWorld world;
    private final Scenario scenario;
    private final Consumer<String> progress;
    private final List<String> listeners;
    private final Path experience;
    private final String overrides;

    LoggingRun(SimulationWorld world, Consumer<String> progress) {
        this(world, Scenario.STILL, progress);
    }

    /** Makes a run in which something goes wrong. */
    LoggingRun(SimulationWorld world, Scenario scenario, Consumer<String> progress) {
        this(world, scenario, world.train(), world.data().experience(), "", progress);
    }

    /**
     * Makes a run for certain listeners.
     *
     * @param experience where their pages are logged
     * @param overrides HOCON that replaces values of the configuration
     */
    LoggingRun(
            SimulationWorld world,
            Scenario scenario,
            List<String> listeners,
            Path experience,
            String overrides,
            Consumer<String> progress) {
        this.world = world;
        this.scenario = scenario;
        this.listeners = listeners;
        this.experience = experience;
        this.overrides = overrides;
        this.progress = progress;
    }

    /**
     * When pages are served.
     *
     * @param from time of the first
     * @param each time between two
     * @param first number of the first; every page of a simulation has its own
     */
    record Schedule(Instant from, Duration each, int first) {
        Instant at(int page) {
            return from.plus(each.multipliedBy(page));
        }
    }

    LoggedPages run(int pages) {
        return run(pages, new Schedule(world.start(), Duration.ofSeconds(SECONDS_A_PAGE), 0));
    }

    LoggedPages run(int pages, Schedule schedule) {
        return run(pages, schedule, page -> {});
    }

    /**
     * Serves pages.
     *
     * @param watcher given each page before its listener reacts to it
     */
    LoggedPages run(int pages, Schedule schedule, Consumer<HomePage> watcher) {
        LoggedPages logged = new LoggedPages();
        long started = System.nanoTime();
        int done = 0;
        while (done < pages) {
            long day = day(schedule.at(done));
            int end = done + 1;
            while (end < pages && sameFaults(day, day(schedule.at(end)))) {
                end++;
            }
            serve(schedule, done, end, pages, logged, started, watcher);
            done = end;
        }
        return logged;
    }

    private boolean sameFaults(long day, long other) {
        for (Fault.Kind kind : Fault.Kind.values()) {
            if (scenario.has(kind, day) != scenario.has(kind, other)) {
                return false;
            }
        }
        return true;
    }

    private long day(Instant at) {
        return Duration.between(world.start(), at).toDays();
    }

    /** Serves pages on which the same things go wrong. */
    private void serve(
            Schedule schedule,
            int begin,
            int end,
            int pages,
            LoggedPages logged,
            long started,
            Consumer<HomePage> watcher) {
        SimulatedClock clock = new SimulatedClock(schedule.at(begin));
        SimulatedListener listener = new SimulatedListener(world);
        long day = day(schedule.at(begin));
        boolean loses = scenario.has(Fault.Kind.SLICE, day);
        boolean blind = scenario.has(Fault.Kind.LOGGING, day);
        String config = ConfigReader.read(world.data().config()).hash();
        Path lost = world.directory().resolve("lost");
        try (HomeEngine engine = open(experience, day, clock);
                HomeEngine unlogged = loses ? open(lost, day, clock) : engine) {
            List<String> order = List.of();
            for (int n = begin; n < end; n++) {
                int turn = n % listeners.size();
                if (turn == 0 || n == begin) {
                    order = shuffled(listeners, schedule.first() + n - turn);
                }
                Instant at = schedule.at(n);
                clock.set(at);
                String user = order.get(turn);
                HomeEngine own = loses && world.tier(user).equals(PREMIUM) ? unlogged : engine;
                HomePage page = own.home(request(config + ":" + engine.snapshot(), user, schedule.first() + n, at));
                watcher.accept(page);
                List<Interaction> reactions = listener.reactions(page);
                reactions.stream()
                        .filter(reaction -> !blind || reaction.type() != InteractionType.IMPRESSION)
                        .forEach(own::record);
                logged.count(page, reactions);
                if ((n + 1) % PROGRESS == 0 || n + 1 == pages) {
                    progress.accept(logged.line(Duration.ofNanos(System.nanoTime() - started)));
                }
            }
        } finally {
            clear(lost);
        }
    }

    private HomeEngine open(Path log, long day, SimulatedClock clock) {
        return WorldEngine.open(
                world, log, overrides, plugins -> new FaultyPlugins(scenario, day, world.seed()).of(plugins), clock);
    }

    private static void clear(Path directory) {
        try {
            WorldSnapshot.deleteTree(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory, e);
        }
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
