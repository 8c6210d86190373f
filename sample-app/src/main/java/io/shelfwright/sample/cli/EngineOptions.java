package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What runs a job: threads of this process, or Beam on Flink. */
final class EngineOptions {
    @Option(
            names = "--engine",
            paramLabel = "E",
            description = "local: threads of this process; beam: Apache Beam on Flink, in a process of its own.",
            defaultValue = "local")
    private String engine = "local";

    @Option(
            names = "--flink-master",
            paramLabel = "HOST:PORT",
            description = "Flink cluster to run on with --engine beam; inside the process by default.")
    private @Nullable String flinkMaster;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; as many as processors by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    int threads() {
        return Math.max(1, threads);
    }

    @Nullable
    String flinkMaster() {
        return flinkMaster;
    }

    /**
     * Returns whether Beam is wanted.
     *
     * @throws BadRequestException if neither engine is named
     */
    boolean beam() {
        if (engine.equals("beam")) {
            return true;
        }
        if (!engine.equals("local") || flinkMaster != null) {
            throw new BadRequestException(
                    "--engine is '" + engine + "'; allowed are local and beam, and --flink-master goes with beam");
        }
        return false;
    }
}
