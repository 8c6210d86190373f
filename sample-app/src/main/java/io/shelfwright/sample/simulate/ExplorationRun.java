package io.shelfwright.sample.simulate;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.sample.data.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lives some weeks with one exploration policy, in a world of its own: what is explored costs pages at once, and teaches the ranker that is
 * learned again every week.
 *
 * <p>The regret of a page is what the oracle's page for the same listener, time and state is worth, less what the page is worth, both in
 * expectation. The oracle explores nothing and changes nothing.
 */
final class ExplorationRun {
    private final DataDirectory data;
    private final Instant start;
    private final long seed;
    private final Scenario scenario;
    private final Consumer<String> progress;

    ExplorationRun(DataDirectory data, Instant start, long seed, Scenario scenario, Consumer<String> progress) {
        this.data = data;
        this.start = start;
        this.seed = seed;
        this.scenario = scenario;
        this.progress = progress;
    }

    /**
     * Lives some weeks.
     *
     * @param policy name of the exploration policy
     * @param weeks after the first, which has no model
     * @param pages to serve and log a week
     */
    ExplorationWeeks run(String policy, String ranker, int weeks, int pages) {
        Path directory = data.path().resolve("simulation").resolve("policies").resolve(policy);
        clear(directory);
        SimulationWorld world = SimulationWorld.untrained(data, directory, start, seed, scenario, progress);
        Path experience = directory.resolve("experience");
        WorldLearning learning = new WorldLearning(world, experience, ranker, progress);
        PageWorth worth = PageWorth.of(world);
        List<ExplorationWeek> lived = new ArrayList<>();
        double total = 0;
        for (int week = 0; week <= weeks; week++) {
            progress.accept(policy + ", week " + week);
            Instant from = start.plus(Duration.ofDays(7L * week));
            Worths worths = new Worths();
            String overrides = learning.ladder() + "exploration.policy = " + policy + "\n";
            LoggedPages logged;
            try (HomeEngine oracle = oracle(world, from)) {
                logged = new LoggingRun(world, scenario, world.train(), experience, overrides, progress)
                        .run(
                                pages,
                                new LoggingRun.Schedule(from, Duration.ofDays(7).dividedBy(pages), week * pages),
                                page -> worths.add(
                                        page.userId(), worth.utility(page), worth.utility(oracle.home(again(page)))));
            }
            total += worths.regret;
            lived.add(new ExplorationWeek(week, worths.utilities(), worths.regrets(), pages, logged.explored(), total));
            if (week < weeks) {
                learning.learn();
            }
        }
        clear(directory.resolve("oracle"));
        return new ExplorationWeeks(policy, lived);
    }

    private static HomeEngine oracle(SimulationWorld world, Instant from) {
        Policy oracle = Policies.of(world).stream()
                .filter(one -> one.name().equals(Policy.ORACLE))
                .findFirst()
                .orElseThrow();
        return WorldEngine.open(
                world,
                world.directory().resolve("oracle"),
                oracle.overrides(),
                oracle.value().map(GivenValues::new).map(List::of).orElse(List.of()),
                InstantSource.fixed(from));
    }

    private static HomeRequest again(HomePage page) {
        return HomeRequest.forUser(page.userId())
                .requestId("oracle:" + page.requestId())
                .device(Examination.DEVICE)
                .seed(page.seed())
                .at(page.at())
                .build();
    }

    private static void clear(Path directory) {
        try {
            WorldSnapshot.deleteTree(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory, e);
        }
    }

    /** Sums by listener, since pages of one listener are alike. */
    private static final class Worths {
        private final Map<String, double[]> sums = new TreeMap<>();
        private double regret;

        void add(String listener, double utility, double best) {
            double[] sum = sums.computeIfAbsent(listener, unused -> new double[3]);
            sum[0]++;
            sum[1] += utility;
            sum[2] += best - utility;
            regret += best - utility;
        }

        Interval utilities() {
            return means(1);
        }

        Interval regrets() {
            return means(2);
        }

        private Interval means(int column) {
            return Interval.of(sums.values().stream()
                    .mapToDouble(sum -> sum[column] / sum[0])
                    .toArray());
        }
    }
}
