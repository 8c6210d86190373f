package io.shelfwright.engine.experience;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A process of its own that erases a user from a log, says so, and waits to be killed. */
final class ErasingProcess {
    private ErasingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (AvroExperienceLog log = new AvroExperienceLog(
                Path.of(arguments[0]), InstantSource.fixed(Pages.NOON), ExperienceLogSettings.DEFAULT)) {
            log.erase(arguments[1]);
        }
        System.out.println("erased");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    static Process start(Path log, String user, Path output) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ErasingProcess.class.getName(),
                log.toString(),
                user);
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
