package io.shelfwright.sample.simulate;

import io.shelfwright.learning.LearningReport;
import io.shelfwright.sample.data.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Closes the loop: serves a week with the model in use, learns from all that was logged so far, lets the gate decide, and goes on.
 *
 * <p>A ranker begins without a model, in a world of its own. Listeners to evaluate on live in the same world and are served as well, so that the engine
 * knows of them what it would know; what they do is not learned from. At the end of each week the pages of the model in use, of the first model and
 * of the other policies are built for them and compared in expectation.
 */
final class RetrainingRun {
    private final DataDirectory data;
    private final Instant start;
    private final long seed;
    private final Scenario scenario;
    private final Consumer<String> progress;

    RetrainingRun(DataDirectory data, Instant start, long seed, Scenario scenario, Consumer<String> progress) {
        this.data = data;
        this.start = start;
        this.seed = seed;
        this.scenario = scenario;
        this.progress = progress;
    }

    /**
     * Lives some weeks with one ranker.
     *
     * @param weeks after the first one, which has no model
     * @param pages to serve and log a week; listeners to evaluate on get a fourth as many besides
     * @param evaluated pages to evaluate each policy on
     */
    RetrainedWeeks run(String ranker, int weeks, int pages, int evaluated) {
        Path directory = data.path().resolve("simulation").resolve("retraining").resolve(ranker);
        clear(directory);
        Branch branch = new Branch(
                SimulationWorld.untrained(data, directory, start, seed, scenario, progress), ranker, pages, evaluated);
        List<Week> lived = new ArrayList<>();
        for (int week = 0; week <= weeks; week++) {
            lived.add(branch.live(week));
        }
        return new RetrainedWeeks(ranker, lived);
    }

    /** One ranker's world. */
    private final class Branch {
        private final SimulationWorld world;
        private final String ranker;
        private final int pages;
        private final int evaluated;
        private final Path experience;
        private final Path frozen;
        private final WorldLearning learning;

        Branch(SimulationWorld world, String ranker, int pages, int evaluated) {
            this.world = world;
            this.ranker = ranker;
            this.pages = pages;
            this.evaluated = evaluated;
            experience = world.directory().resolve("experience");
            learning = new WorldLearning(world, experience, ranker, progress);
            frozen = world.directory().resolve("frozen");
        }

        Week live(int week) {
            Instant from = start.plus(Duration.ofDays(7L * week));
            LoggedPages logged = serve(world.train(), experience, from, week * pages, pages);
            Path unseen = world.directory().resolve("unseen");
            int others = Math.max(1, pages / 4);
            var unlearned = serve(world.test(), unseen, from, week * others, others);
            clear(unseen);
            boolean first = !learning.hasModel();
            LearningReport report = learning.learn();
            if (report.published() && first) {
                freeze();
            }
            List<PolicyPages> worth = new EvaluationRun(world, from.plus(Duration.ofDays(7)), progress)
                    .run(policies(), Math.min(evaluated, world.test().size()));
            return new Week(week, logged, report.published(), report.reasons(), worth);
        }

        private LoggedPages serve(List<String> listeners, Path log, Instant from, int first, int number) {
            return new LoggingRun(world, scenario, listeners, log, learning.ladder(), progress)
                    .run(
                            number,
                            new LoggingRun.Schedule(from, Duration.ofDays(7).dividedBy(number), first));
        }

        private void freeze() {
            try {
                WorldSnapshot.replace(world.directory().resolve("snapshots"), frozen);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep the first model in " + frozen, e);
            }
        }

        private List<Policy> policies() {
            List<Policy> compared = new ArrayList<>();
            for (Policy policy : Policies.of(world)) {
                if (policy.name().equals(ranker)) {
                    compared.add(policy.with(Week.RETRAINED, ""));
                    compared.add(policy.with(Week.FROZEN, WorldEngine.snapshots(frozen)));
                } else if (!policy.name().equals(Policy.RANDOM)) {
                    compared.add(policy);
                }
            }
            return compared;
        }
    }

    private static void clear(Path directory) {
        try {
            WorldSnapshot.deleteTree(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory, e);
        }
    }
}
