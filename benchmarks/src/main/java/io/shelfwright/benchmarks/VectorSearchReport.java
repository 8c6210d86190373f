package io.shelfwright.benchmarks;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.api.Item;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.config.SettingsBinder;
import io.shelfwright.engine.generation.HostContext;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.vectors.StoredVectors;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorIndexes;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.VectorIndexing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Prints what searches for nearest items cost: build time, memory, recall against the exact search, latencies by the clock and in CPU time.
 *
 * <p>Arguments: items, dimension, queries, {@code exact} or settings of the index such as {@code searchBreadth=400}. Data is
 * synthetic; see {@link SyntheticItemVectors}.
 */
public final class VectorSearchReport {
    private static final long MAP_ABOVE = 1L << 30;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int items;
    private final int queries;
    private final SyntheticItemVectors rows;

    private VectorSearchReport(int items, int dimension, int queries) {
        this.items = items;
        this.queries = queries;
        rows = new SyntheticItemVectors(items, dimension);
    }

    public static void main(String[] arguments) throws IOException {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int dimension = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        int queries = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
        String index = arguments.length > 3 ? arguments[3] : "";
        Path directory = Files.createTempDirectory("shelfwright-vectors");
        try {
            new VectorSearchReport(items, dimension, queries).run(directory, index);
        } finally {
            try (var walk = Files.walk(directory)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run(Path directory, String index) throws IOException {
        List<Item> all = SyntheticItemVectors.items(items);
        long start = System.nanoTime();
        VectorFiles.write(directory, rows.space(), all, rows);
        print("%,d items of %d values, written in %.1f s", items, rows.space().dimension(), seconds(start));
        start = System.nanoTime();
        StoredVectors plain = VectorFiles.read(directory, "collaborative", all, MAP_ABOVE);
        print("read in %.1f s, %.0f bytes an item", seconds(start), plain.bytes() / (double) items);
        measure("exact, all", plain, plain, item -> true);
        measure("exact, one in 10", plain, plain, item -> item % 10 == 0);
        if (index.equals("exact")) {
            return;
        }
        VectorIndexes indexes = new VectorIndexes("jvector", jvector(index), 0);
        start = System.nanoTime();
        indexes.build(directory, all, Runtime.getRuntime().availableProcessors());
        print("both indices built in %.1f s", seconds(start));
        try (StoredVectors indexed = indexes.open(directory, plain)) {
            print("%.0f bytes an item with both indices", indexed.bytes() / (double) items);
            measure("index, all", indexed, plain, item -> true);
            measure("index, one in 2", indexed, plain, item -> item % 2 == 0);
            measure("index, one in 10", indexed, plain, item -> item % 10 == 0);
            measure("index, one in 30", indexed, plain, item -> item % 30 == 0);
            measure("index, one in 100 (exact by the rule)", indexed, plain, item -> item % 100 == 0);
        }
    }

    private static VectorIndexing jvector(String settings) {
        PluginFactory<VectorIndexing> factory = PluginRegistry.discover(VectorSearchReport.class.getClassLoader())
                .factory(PluginKind.VECTOR_INDEX, "jvector")
                .orElseThrow();
        Problems problems = new Problems();
        Record bound = new SettingsBinder(Path.of(""), problems)
                .bind(
                        factory.settingsType(),
                        ConfigFactory.parseString(settings.replace(',', '\n')).root(),
                        "index",
                        Set.of())
                .orElseThrow();
        return factory.create(bound, new HostContext("jvector", Path.of(""), BenchmarkWorld.CLOCK));
    }

    private void measure(String name, StoredVectors searched, StoredVectors exact, IntPredicate accept) {
        long[] clock = new long[queries];
        long[] cpu = new long[queries];
        double at10 = 0;
        double at100 = 0;
        for (int query = -queries / 4; query < queries; query++) {
            float[] user = rows.user(query);
            long start = System.nanoTime();
            long startCpu = THREADS.getCurrentThreadCpuTime();
            NearestItems found = searched.nearest(user, 100, accept);
            long tookCpu = THREADS.getCurrentThreadCpuTime() - startCpu;
            long took = System.nanoTime() - start;
            if (query < 0) {
                continue;
            }
            clock[query] = took;
            cpu[query] = tookCpu;
            NearestItems best = searched == exact ? found : exact.nearest(user, 100, accept);
            at10 += recall(found, best, 10);
            at100 += recall(found, best, 100);
        }
        Arrays.sort(clock);
        Arrays.sort(cpu);
        print(
                "%-38s recall@10 %.4f  recall@100 %.4f  p50 %.2f  p99 %.2f  CPU p50 %.2f  p99 %.2f ms",
                name,
                at10 / queries,
                at100 / queries,
                clock[queries / 2] / 1e6,
                clock[(int) (queries * 0.99)] / 1e6,
                cpu[queries / 2] / 1e6,
                cpu[(int) (queries * 0.99)] / 1e6);
    }

    private static double recall(NearestItems found, NearestItems best, int k) {
        int most = Math.min(k, best.size());
        Set<Integer> wanted = new HashSet<>();
        for (int i = 0; i < most; i++) {
            wanted.add(best.items()[i]);
        }
        int hits = 0;
        for (int i = 0; i < Math.min(k, found.size()); i++) {
            hits += wanted.contains(found.items()[i]) ? 1 : 0;
        }
        return most == 0 ? 1 : hits / (double) most;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
