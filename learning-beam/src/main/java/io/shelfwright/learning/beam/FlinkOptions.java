package io.shelfwright.learning.beam;

import picocli.CommandLine.Option;

/** Where a job runs. */
final class FlinkOptions {
    @Option(
            names = "--flink-master",
            paramLabel = "HOST:PORT",
            description = "Flink cluster; inside this process by default.",
            defaultValue = "[local]")
    private String master = "[local]";

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Parallel tasks; as many as processors by default.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    FlinkRun run() {
        return new FlinkRun(master, parallelism);
    }
}
