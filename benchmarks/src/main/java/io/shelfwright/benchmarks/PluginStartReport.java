package io.shelfwright.benchmarks;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.testkit.PluginJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints what it costs to start an engine with many plugins: time, heap, metaspace, classes, and a reload of one.
 *
 * <p>Arguments: {@code directory} or {@code class-path}, and how many; {@code directory 100} by default. Each plugin is a jar of
 * a dozen classes and 64 KB of other bytes with one generator, of which an instance is made. One start a process, so that the
 * first costs what it costs.
 */
public final class PluginStartReport {
    private static final int CLASSES = 10;

    private PluginStartReport() {}

    public static void main(String[] arguments) throws IOException {
        boolean directory = arguments.length == 0 || arguments[0].equals("directory");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        Path jars = Files.createTempDirectory("shelfwright-many-plugins");
        try (BenchmarkWorld world = new BenchmarkWorld(500, 20, 20)) {
            List<Path> plugins = write(jars, count);
            // The engine's own classes are loaded before, so that what is left is what the plugins cost.
            engine(world, Shelfwright.builder(world.config("prior", 50))).close();
            StringBuilder instances = new StringBuilder("generators = ${generators} [");
            for (int n = 0; n < count; n++) {
                instances.append(n == 0 ? "" : ", ").append("many-").append(n);
            }
            Shelfwright.Builder builder = Shelfwright.builder(world.config("prior", 50, "", instances + "]"));
            long[] before = memory();
            int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            long start = System.nanoTime();
            if (directory) {
                builder.pluginDirectory(jars);
            } else {
                builder.hostClassLoader(
                        new URLClassLoader(urls(plugins), Thread.currentThread().getContextClassLoader()));
            }
            try (HomeEngine engine = engine(world, builder)) {
                long took = System.nanoTime() - start;
                long[] after = memory();
                System.out.printf(
                        Locale.ROOT,
                        "%d plugins, %s: start %.0f ms, heap %+.1f MB, metaspace %+.1f MB, %+d classes%n",
                        count,
                        directory ? "directory" : "class path",
                        took / 1e6,
                        (after[0] - before[0]) / 1e6,
                        (after[1] - before[1]) / 1e6,
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes);
                if (directory) {
                    long reload = System.nanoTime();
                    engine.reloadPlugin("many-0");
                    System.out.printf(Locale.ROOT, "reload of one: %.0f ms%n", (System.nanoTime() - reload) / 1e6);
                }
            }
        } finally {
            delete(jars);
        }
    }

    private static HomeEngine engine(BenchmarkWorld world, Shelfwright.Builder builder) {
        return builder.clock(BenchmarkWorld.CLOCK)
                .userStateStore(new InMemoryUserStateStore())
                .build();
    }

    private static List<Path> write(Path directory, int count) {
        List<Path> jars = new ArrayList<>();
        byte[] ballast = new byte[1 << 16];
        new Random(7).nextBytes(ballast);
        for (int n = 0; n < count; n++) {
            String name = "many" + n;
            PluginJars jar = PluginJars.of("many-" + n, name + ".It").resource("ballast.bin", ballast);
            StringBuilder sum = new StringBuilder("0");
            for (int c = 0; c < CLASSES; c++) {
                jar.source(
                        name + ".Part" + c,
                        "package " + name + "; final class Part" + c + " { static int value() { return " + c + "; } }");
                sum.append(" + Part").append(c).append(".value()");
            }
            jar.source(name + ".It", PLUGIN.formatted(name, n, sum));
            jars.add(jar.writeTo(directory.resolve(name + ".jar")));
        }
        return jars;
    }

    private static final String PLUGIN = """
            package %1$s;

            import io.shelfwright.spi.*;
            import java.util.List;

            public final class It implements ShelfwrightPlugin {
                @Override
                public String id() {
                    return "many-%2$d";
                }

                @Override
                public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
                    return List.of(PluginFactory.of("many-%2$d", "One of many.", context -> {
                        int sum = %3$s;
                        return request -> List.of();
                    }));
                }
            }
            """;

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Returns used heap and metaspace in bytes, after a collection. */
    private static long[] memory() {
        System.gc();
        System.gc();
        long metaspace = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")) {
                metaspace = pool.getUsage().getUsed();
            }
        }
        return new long[] {
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspace
        };
    }

    private static void delete(Path directory) {
        try (var walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the plugins", e);
        }
    }
}
