package io.shelfwright.sample.simulate;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.PluginException;
import io.shelfwright.sample.data.Draws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Builds the same pages with every policy, for listeners who were never logged, and counts what they are worth.
 *
 * <p>Nothing is recorded and nothing is drawn: what listeners would do is taken in expectation. Page n is for listener n
 * modulo their number; each further round lies {@value #HOURS_A_ROUND} hours later.
 */
final class EvaluationRun {
    private static final int HOURS_A_ROUND = 7;

    private final SimulationWorld world;
    private final Instant from;
    private final Consumer<String> progress;
    private final PageWorth worth;

    EvaluationRun(SimulationWorld world, Consumer<String> progress) {
        this(world, world.start(), progress);
    }

    /** Makes a run whose pages begin at a time. */
    EvaluationRun(SimulationWorld world, Instant from, Consumer<String> progress) {
        this.world = world;
        this.from = from;
        this.progress = progress;
        worth = PageWorth.of(world);
    }

    /** Returns every policy's pages in the order of {@link Policies#of}. */
    List<PolicyPages> run(int pages) {
        return run(Policies.of(world), pages);
    }

    /** Returns these policies' pages, in their order. */
    List<PolicyPages> run(List<Policy> policies, int pages) {
        List<PolicyPages> results = new ArrayList<>();
        for (Policy policy : policies) {
            PolicyPages result = run(policy, pages);
            results.add(result);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: %,d pages, %.1f a second, utility %.4f",
                    policy.name(),
                    pages,
                    result.pagesPerSecond(),
                    result.utility().mean()));
        }
        return results;
    }

    private PolicyPages run(Policy policy, int pages) {
        Path scratch = world.directory().resolve("evaluation");
        int listeners = Math.min(pages, world.test().size());
        double[] utilities = new double[pages];
        double[] streams = new double[pages];
        long nanos;
        try {
            WorldSnapshot.deleteTree(scratch);
            List<GivenValues> plugins =
                    policy.value().map(GivenValues::new).map(List::of).orElse(List.of());
            try (HomeEngine engine =
                    WorldEngine.open(world, scratch, policy.overrides(), plugins, InstantSource.fixed(from))) {
                long start = System.nanoTime();
                IntStream.range(0, pages).parallel().forEach(n -> {
                    HomePage page = engine.home(request(n));
                    check(policy, page);
                    utilities[n] = worth.utility(page);
                    streams[n] = worth.streams(page);
                });
                nanos = System.nanoTime() - start;
            }
            WorldSnapshot.deleteTree(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + scratch, e);
        }
        return new PolicyPages(
                policy.name(),
                pages,
                byListener(utilities, listeners),
                byListener(streams, listeners),
                Duration.ofNanos(nanos));
    }

    private HomeRequest request(int n) {
        List<String> test = world.test();
        Instant at = from.plus(Duration.ofHours((long) HOURS_A_ROUND * (n / test.size())));
        return HomeRequest.forUser(test.get(n % test.size()))
                .requestId("evaluated:" + world.seed() + ":" + n)
                .device(Examination.DEVICE)
                .seed(new Draws(world.seed(), 24, n).nextLong())
                .at(at)
                .build();
    }

    /** A page that another ranker scored would be counted for the wrong policy. */
    private static void check(Policy policy, HomePage page) {
        if (!page.ranker().equals(policy.ranker()) || !page.degradations().isEmpty()) {
            throw new PluginException("policy '" + policy.name() + "' cannot be evaluated: ranker '" + policy.ranker()
                    + "' was to score a page, '" + page.ranker() + "' did; degradations: " + page.degradations());
        }
    }

    private static double[] byListener(double[] ofPages, int listeners) {
        double[] sums = new double[listeners];
        int[] counts = new int[listeners];
        for (int n = 0; n < ofPages.length; n++) {
            sums[n % listeners] += ofPages[n];
            counts[n % listeners]++;
        }
        for (int i = 0; i < listeners; i++) {
            sums[i] /= counts[i];
        }
        return sums;
    }
}
