package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.packing.AuctionPagePacker;
import io.shelfwright.engine.packing.PackingBound;
import io.shelfwright.engine.packing.PackingInstance;
import io.shelfwright.engine.packing.PackingReport;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "pack", description = "Packs a page-packing problem from a file and says how near the bound it came.")
final class PackCommand implements Callable<Integer> {
    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final long WARM_UP_STEPS = 60;
    private static final long MOST_MILLIS = 600_000;

    @Option(names = "--instance", required = true, paramLabel = "FILE", description = "JSON file with the problem.")
    private Path instance = Path.of("");

    @Option(
            names = "--budget-ms",
            paramLabel = "N",
            description =
                    "Time for search after the fast path, in milliseconds; 0 for the fast path alone. It starts after the Java"
                            + " virtual machine was warmed up on the same problem for 1.5 seconds.",
            defaultValue = "0")
    private long budgetMillis;

    @Option(names = "--json", description = "Print the packing as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (budgetMillis < 0 || budgetMillis > MOST_MILLIS) {
            throw new BadRequestException("--budget-ms is " + budgetMillis + ", allowed is 0 to " + MOST_MILLIS);
        }
        PackingInstance problem = PackingInstance.read(instance);
        if (budgetMillis > 0) {
            warmUp(problem);
        }
        long end = System.nanoTime() + budgetMillis * 1_000_000;
        PackingBudget budget = budgetMillis <= 0
                ? PackingBudget.NONE
                : new PackingBudget(Long.MAX_VALUE, () -> System.nanoTime() >= end);
        Packing packing = new AuctionPagePacker().pack(problem.problem(), budget);
        PackingReport report = PackingReport.of(problem, packing, PackingBound.of(problem.problem()));
        Printing.out(spec).println(json ? report.toJson() : text(report));
        return 0;
    }

    /** The budget shall measure the packer, not the compiler: a server that packs pages has done so before. */
    private static void warmUp(PackingInstance problem) {
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            new AuctionPagePacker().pack(problem.problem(), PackingBudget.steps(WARM_UP_STEPS));
        }
    }

    private static String text(PackingReport report) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "value %.6f, upper bound %.6f, ratio %.4f, %d steps of search",
                report.value(),
                report.upperBound(),
                report.ratio(),
                report.steps()));
        for (PackingReport.Row row : report.page()) {
            text.append(System.lineSeparator())
                    .append(row.shelf() == null ? "(empty)" : row.shelf())
                    .append(": ")
                    .append(String.join(" ", row.items()));
        }
        return text.toString();
    }
}
