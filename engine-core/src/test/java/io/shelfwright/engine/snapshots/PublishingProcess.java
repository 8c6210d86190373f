package io.shelfwright.engine.snapshots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process of its own that publishes one marked snapshot and deletes old ones, and stands still at one step to be killed. */
final class PublishingProcess {
    private PublishingProcess() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        int mark = Integer.parseInt(arguments[1]);
        String last = arguments[2];
        SnapshotStore store = new SnapshotStore(directory, InstantSource.fixed(MarkedSnapshot.NOW)).toldBy(step -> {
            if (step.name().equals(last)) {
                say(last);
                standStill();
            }
        });
        say("begun");
        store.publish("mark " + mark, staging -> MarkedSnapshot.write(staging, mark));
        store.collect(1);
        say("done");
    }

    @SuppressWarnings("SystemOut") // it is how the test hears of it
    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Process start(Path directory, int mark, String last, Path output) throws IOException {
        return java(output, PublishingProcess.class.getName(), directory.toString(), String.valueOf(mark), last);
    }

    /** Starts a class of the tests that prints into a file: the pipe of a process ends when it is killed. */
    static Process java(Path output, String main, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
