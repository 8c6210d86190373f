package io.shelfwright.sample.cli;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.vectors.Progress;
import io.shelfwright.vectors.TrainingSetup;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How vectors are trained, as the verbs about vectors take it. */
final class TrainingOptions {
    @Option(
            names = "--set",
            paramLabel = "K=V",
            description = "Setting of the algorithm, such as --set dimension=64; may be repeated.")
    private String[] settings = {};

    @Option(
            names = "--tune",
            description = "Search settings on a fifth of the training interactions, held out by the seed.")
    private boolean tune;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Most settings of ials to try, by default ${DEFAULT-VALUE}.",
            defaultValue = "12")
    private int trials = 12;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of every draw.", defaultValue = "1")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to train with, by default one a processor; the result is the same.",
            defaultValue = "0")
    private int threads;

    ConfigObject settings() {
        try {
            return ConfigFactory.parseString(String.join("\n", settings)).root();
        } catch (ConfigException e) {
            throw new BadRequestException("--set is not of the form key=value: " + e.getMessage(), e);
        }
    }

    boolean tune() {
        return tune;
    }

    int trials() {
        return trials;
    }

    long seed() {
        return seed;
    }

    /** Returns the set-up of a training that prints its progress a line each. */
    TrainingSetup setup(PrintWriter progress) {
        if (threads < 0) {
            throw new BadRequestException("--threads is " + threads + ", allowed is 0 (one a processor) or more");
        }
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new TrainingSetup(seed, count, printing(progress));
    }

    private static Progress printing(PrintWriter out) {
        return (step, done, total, value) -> {
            String part = total == 1 ? "" : " " + done + (total == 0 ? "" : "/" + total);
            out.println(step + part + (Double.isNaN(value) ? "" : String.format(Locale.ROOT, " %.4f", value)));
        };
    }
}
