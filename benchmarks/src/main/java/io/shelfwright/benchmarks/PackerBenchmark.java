package io.shelfwright.benchmarks;

import io.shelfwright.engine.packing.AuctionPagePacker;
import io.shelfwright.engine.packing.PackingBound;
import io.shelfwright.engine.packing.TopDownPagePacker;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Packs generated problems: the auction packer without and with search, against filling rows from top to bottom.
 *
 * <p>Every call takes another of 16 problems. The set-up prints how near each packer comes to the upper bound.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init")
public class PackerBenchmark {
    private static final int PROBLEMS = 16;
    private static final int STEPS = 60;

    /** Shelves x candidates of each, and rows x columns of the page. */
    @Param({"12x25-5x6", "40x100-12x10"})
    public String size;

    private final PagePacker auction = new AuctionPagePacker();
    private final PagePacker topDown = new TopDownPagePacker();
    private PackingProblem[] problems;
    private int next;

    @Setup(Level.Trial)
    public void generate() {
        String[] parts = size.split("[x-]", -1);
        int[] sizes = new int[parts.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.parseInt(parts[i]);
        }
        problems = new PackingProblem[PROBLEMS];
        for (int i = 0; i < PROBLEMS; i++) {
            problems[i] = SyntheticPacking.problem(sizes[0], sizes[1], sizes[2], sizes[3], i);
        }
        System.out.printf(
                Locale.ROOT,
                "mean value as a share of the upper bound: auction %.4f, with %d steps %.4f, top-down %.4f%n",
                quality(auction, 0),
                STEPS,
                quality(auction, STEPS),
                quality(topDown, 0));
    }

    private double quality(PagePacker packer, int steps) {
        double sum = 0;
        for (PackingProblem problem : problems) {
            double value = packer.pack(problem, PackingBudget.steps(steps)).value();
            double best = auction.pack(problem, PackingBudget.steps(STEPS)).value();
            sum += value / PackingBound.of(problem, best);
        }
        return sum / problems.length;
    }

    private PackingProblem problem() {
        int now = next;
        next = (now + 1) % PROBLEMS;
        return problems[now];
    }

    @Benchmark
    public Packing auction() {
        return auction.pack(problem(), PackingBudget.NONE);
    }

    @Benchmark
    public Packing auctionWithSearch() {
        return auction.pack(problem(), PackingBudget.steps(STEPS));
    }

    @Benchmark
    public Packing topDown() {
        return topDown.pack(problem(), PackingBudget.NONE);
    }
}
