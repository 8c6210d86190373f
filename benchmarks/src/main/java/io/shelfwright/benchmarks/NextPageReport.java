package io.shelfwright.benchmarks;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.Receipt;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.vectors.VectorFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints the time from {@code record} to the next page that knows, of the real engine with all plugins and vectors.
 *
 * <p>Arguments: pages and items, 1,000 and 20,000 by default. Users' states are in memory, so the time to make an interaction durable is not in it.
 */
public final class NextPageReport {
    private NextPageReport() {}

    public static void main(String[] arguments) {
        int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int catalog = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        try (BenchmarkWorld world = new BenchmarkWorld(catalog, 200, 300)) {
            List<Item> items =
                    CatalogFiles.read(world.snapshots().open().catalog()).items();
            SyntheticItemVectors rows = new SyntheticItemVectors(items.size(), 64);
            world.snapshots()
                    .publishVectors("synthetic", target -> VectorFiles.write(target, rows.space(), items, rows));
            try (HomeEngine engine = world.engine(world.config("prior", 100), Metrics.NONE)) {
                measure(engine, world, items, pages / 2);
                long[][] nanos = measure(engine, world, items, pages);
                print("page without anything new", nanos[0]);
                print("record", nanos[1]);
                print("record to the end of the next page", nanos[2]);
            }
        }
    }

    private static long[][] measure(HomeEngine engine, BenchmarkWorld world, List<Item> items, int pages) {
        long[][] nanos = new long[3][pages];
        for (int page = 0; page < pages; page++) {
            long number = page + 1_000_000L * pages;
            engine.home(world.request(number));
            long start = System.nanoTime();
            engine.home(world.request(number));
            nanos[0][page] = System.nanoTime() - start;
            start = System.nanoTime();
            Receipt receipt = engine.record(Interaction.of(
                            world.request(number).userId(),
                            InteractionType.PLAY,
                            items.get((int) (number * 37 % items.size())).id())
                    .at(SyntheticListening.NOW.plusMillis(number)));
            nanos[1][page] = System.nanoTime() - start;
            HomePage next = engine.home(world.request(number));
            nanos[2][page] = System.nanoTime() - start;
            if (next.stateVersion() != receipt.stateVersion()) {
                throw new IllegalStateException("page " + next.requestId() + " does not know of the play");
            }
        }
        return nanos;
    }

    private static void print(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-36s p50 %.3f ms  p99 %.3f ms%n",
                name,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6);
    }
}
