package io.shelfwright.benchmarks;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.engine.observe.Metrics;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Builds whole home pages with every real plugin: 20,000 synthetic items, 200 users with 300 plays each, 8 x 10 cards.
 *
 * <p>Every call is another request, so that no generator's result comes from the cache; users' states do, as they would
 * for a user who comes back. Plugins run on threads of their own: pin the process to one core to measure one core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 6, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init")
public class HomeBenchmark {
    @Param({"500", "2000"})
    public int candidates;

    @Param({"prior", "logistic", "gbdt", "neural"})
    public String ranker;

    private BenchmarkWorld world;
    private HomeEngine engine;
    private long number;

    @Setup(Level.Trial)
    public void open() {
        setUp(20_000, 200, 300);
    }

    void setUp(int items, int users, int playsPerUser) {
        world = new BenchmarkWorld(items, users, playsPerUser);
        if (!ranker.equals("prior")) {
            TrainedRankers.publish(world, Map.of(ranker, TrainerSettings.of(ranker)), Math.min(users, 150));
        }
        PageShape shape = PageShape.of(world, candidates);
        System.out.println("candidates that reach the ranking, mean of a page: " + shape.candidates());
        engine = world.engine(world.config(ranker, shape.perShelf()), Metrics.NONE);
        HomePage page = home();
        if (!page.ranker().equals(ranker)) {
            throw new IllegalStateException("the page was not ranked by " + ranker + ": " + page.degradations());
        }
    }

    @Benchmark
    public HomePage home() {
        return engine.home(world.request(number++));
    }

    @TearDown(Level.Trial)
    public void close() {
        engine.close();
        world.close();
    }
}
