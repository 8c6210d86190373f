package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that learns, with SIGTERM, after a seeded number of lines of its progress. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnStopTest {
    private static final int TERMINATED = 143;

    private Path data;

    @BeforeAll
    void makeLog(@TempDir Path directory) {
        data = directory;
        assertThat(run("import", "synthetic", "--data", data.toString())).isZero();
        assertThat(run("simulate", "--data", data.toString(), "--pages", "120")).isZero();
    }

    private static int run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return ShelfwrightCommand.commandLine(nowhere, nowhere).execute(arguments);
    }

    @BeforeEach
    void needSignals() {
        assumeThat(ProcessHandle.current().supportsNormalTermination())
                .as("processes of this platform can be asked to end")
                .isTrue();
    }

    @Test
    void aRunThatIsStoppedAnywhereLeavesTheSnapshotInUse() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        for (int kill = 0; kill < 2; kill++) {
            String before = Workspace.open(data).snapshots().current().orElseThrow();
            int lines = 1 + random.nextInt(6);
            Ended ended = killedAfter(lines, "learn", "--data", data.toString(), "--ranker", "gbdt", "--tune", "40");

            assertThat(ended.code).as("after %s lines: %s", lines, ended.lines).isEqualTo(TERMINATED);
            assertThat(Workspace.open(data).snapshots().current()).contains(before);
            assertThat(Workspace.open(data).snapshots().open().version()).isEqualTo(before);
            assertThat(ended.lines).anyMatch(line -> line.contains("stopped; the snapshot in use stays in use"));
            assertThat(ended.leftBehind)
                    .as("what is left in the temporary directory")
                    .isEmpty();
        }
    }

    @Test
    void aScheduleThatWaitsStopsAtOnce() throws Exception {
        Ended ended = killedAfter(1, "learn", "--data", data.toString(), "--schedule", "0 0 1 1 *");
        assertThat(ended.code).isEqualTo(TERMINATED);
        assertThat(ended.lines.get(0)).startsWith("next run at ").contains("-01-01T00:00:00Z (0 0 1 1 * (UTC))");
    }

    @Test
    void aDatasetThatWasKeptGivesTheSameModelAsTheLogItWasMadeOf() throws Exception {
        assertThat(run("datasets", "make", "--data", data.toString())).isZero();
        String log = weights("--candidate");
        assertThat(weights("--candidate", "--dataset", "latest")).isEqualTo(log);
    }

    /** Returns the weights of the model that a run publishes as the candidate. */
    private String weights(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("learn", "--data", data.toString(), "--ranker", "logistic"));
        Collections.addAll(arguments, options);
        assertThat(run(arguments.toArray(String[]::new))).isZero();
        SnapshotStore snapshots = Workspace.open(data).snapshots();
        Path model = snapshots
                .open(snapshots.candidate().orElseThrow())
                .model("logistic")
                .orElseThrow();
        StringBuilder files = new StringBuilder();
        for (String name : List.of("weights.tsv", "calibration.tsv")) {
            files.append(Files.readString(model.resolve(name)));
        }
        return files.toString();
    }

    private record Ended(int code, List<String> lines, List<Path> leftBehind) {}

    private Ended killedAfter(int lines, String... arguments) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("learn-stop");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dguice_custom_class_loading=CHILD",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "io.shelfwright.sample.Main"));
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            List<String> told = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!isProgress(line)) {
                    continue;
                }
                told.add(line);
                if (told.size() == lines) {
                    process.toHandle().destroy();
                }
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            try (var left = Files.list(temporary)) {
                return new Ended(
                        process.exitValue(),
                        told,
                        left.filter(path -> path.getFileName().toString().startsWith("shelfwright-learning"))
                                .toList());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Logs of libraries are no progress. */
    private static boolean isProgress(String line) {
        return !line.contains(" WARN ")
                && !line.contains(" INFO ")
                && !line.contains("DEBUG")
                && !line.startsWith("WARNING")
                && !line.startsWith("Picked up");
    }
}
