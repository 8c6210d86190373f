package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the module {@code learning-beam} in a process of its own: Beam and Flink never come near what serves. */
final class BeamProcess {
    private static final List<String> OPENED =
            List.of("java.util", "java.lang", "java.nio", "java.time", "java.util.concurrent", "java.lang.invoke");

    private BeamProcess() {}

    /** Writes what a job is to do. */
    @FunctionalInterface
    interface Wanted {
        void write(Path file) throws IOException;
    }

    /**
     * Runs a job there; returns the exit code.
     *
     * @param job its name there
     * @throws BadRequestException if the module was not built
     */
    static int run(String job, Wanted wanted, @Nullable String flinkMaster, PrintWriter progress)
            throws IOException, InterruptedException {
        Path module = Path.of(System.getProperty("shelfwright.home", ""), "learning-beam", "target");
        Path jar = module.resolve("shelfwright-learning-beam.jar");
        if (!Files.exists(jar) || !Files.isDirectory(module.resolve("lib"))) {
            throw new BadRequestException("--engine beam needs " + jar.toAbsolutePath()
                    + " and the lib directory beside it; build them with './mvnw -q -Dmaven.test.skip=true -pl"
                    + " learning-beam -am package', or leave --engine away");
        }
        Path file = Files.createTempFile("shelfwright-" + job, ".json");
        try {
            wanted.write(file);
            Process process = new ProcessBuilder(command(jar, job, file, flinkMaster))
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    progress.println(line);
                }
            }
            return process.waitFor();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<String> command(Path jar, String job, Path file, @Nullable String flinkMaster) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPENED.forEach(name -> command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED")));
        String options = System.getenv("JAVA_OPTS");
        if (options != null && !options.isBlank()) {
            command.addAll(List.of(options.trim().split("\\s+")));
        }
        command.addAll(List.of("-jar", jar.toString(), job, "--spec", file.toString()));
        if (flinkMaster != null) {
            command.addAll(List.of("--flink-master", flinkMaster));
        }
        return command;
    }
}
