package io.shelfwright.benchmarks;

import com.sun.management.ThreadMXBean;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.engine.experience.PageJson;
import io.shelfwright.engine.observe.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * Prints where the time and the memory of {@code home()} go: median time of each stage and instance, bytes of each stage.
 *
 * <p>Arguments: ranker, candidates, pages; {@code gbdt 2000 2000} by default. The digest of the pages tells whether a change of
 * the code changed a page. Bytes are those of all threads, read when a
 * stage ends, so they hold for one request at a time.
 */
public final class StageReport {
    private StageReport() {}

    public static void main(String[] arguments) {
        String ranker = arguments.length > 0 ? arguments[0] : "gbdt";
        int candidates = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
        int pages = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000;
        try (BenchmarkWorld world = new BenchmarkWorld(20_000, 200, 300)) {
            if (!ranker.equals("prior")) {
                TrainedRankers.publish(world, Map.of(ranker, TrainerSettings.of(ranker)), 150);
            }
            PageShape shape = PageShape.of(world, candidates);
            Stopwatch stopwatch = new Stopwatch();
            try (HomeEngine engine = world.engine(world.config(ranker, shape.perShelf()), stopwatch)) {
                measure(engine, world, pages / 2, stopwatch);
                stopwatch.clear();
                long cpu = cpu();
                String digest = measure(engine, world, pages, stopwatch);
                System.out.printf(
                        Locale.ROOT,
                        "CPU time of a page, on all threads that build it: %.2f ms%n",
                        (cpu() - cpu) / 1e6 / pages);
                System.out.println("SHA-256 of these pages: " + digest);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d candidates, %d pages after %d%n",
                    ranker,
                    shape.candidates(),
                    pages,
                    pages / 2);
            stopwatch.print();
        }
    }

    private static String measure(HomeEngine engine, BenchmarkWorld world, int pages, Stopwatch stopwatch) {
        MessageDigest digest = sha256();
        for (int page = 0; page < pages; page++) {
            stopwatch.begin();
            long start = System.nanoTime();
            HomePage made = engine.home(world.request(page + 1_000_000L * pages));
            stopwatch.time("home", "home", System.nanoTime() - start);
            digest.update(PageJson.canonical(made));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Unlike times by the clock, these hardly depend on what else the machine does. */
    private static long cpu() {
        java.lang.management.ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadId() == Thread.currentThread().getId()
                            || thread.getThreadName().startsWith("shelfwright-plugin-"))) {
                sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Keeps every time; the engine reports stages on the thread of the request, generators on their own. */
    private static final class Stopwatch implements Metrics {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private final Map<String, List<Long>> times = new LinkedHashMap<>();
        private final Map<String, List<Long>> bytes = new LinkedHashMap<>();
        private long before;
        private long first;

        synchronized void begin() {
            before = allocated();
            first = before;
        }

        synchronized void clear() {
            times.clear();
            bytes.clear();
        }

        @Override
        public synchronized void time(String stage, String instance, long nanos) {
            times.computeIfAbsent(stage + " " + instance, s -> new ArrayList<>())
                    .add(nanos);
            if (stage.equals(instance)) {
                long now = allocated();
                bytes.computeIfAbsent(stage + " " + instance, s -> new ArrayList<>())
                        .add(now - (stage.equals("home") ? first : before));
                before = allocated();
            }
        }

        private static long allocated() {
            long sum = 0;
            for (long thread : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
                sum += Math.max(0, thread);
            }
            return sum;
        }

        @Override
        public void count(String stage, String instance, String code) {}

        @Override
        public void gauge(String name, DoubleSupplier value) {}

        void print() {
            System.out.printf("%-42s %10s %10s %12s%n", "stage instance", "median us", "p90 us", "median bytes");
            new TreeMap<>(times)
                    .forEach((name, all) -> System.out.printf(
                            Locale.ROOT,
                            "%-42s %10.1f %10.1f %12s%n",
                            name,
                            quantile(all, 0.5) / 1e3,
                            quantile(all, 0.9) / 1e3,
                            bytes.containsKey(name) ? Long.toString(quantile(bytes.get(name), 0.5)) : ""));
        }

        private static long quantile(List<Long> values, double q) {
            long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return sorted[(int) (q * (sorted.length - 1))];
        }
    }
}
