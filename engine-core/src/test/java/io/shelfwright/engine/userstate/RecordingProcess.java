package io.shelfwright.engine.userstate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of its own that records without end, from two threads, and prints each id that was acknowledged; meanwhile it
 * erases another user again and again, if it is told to.
 */
final class RecordingProcess {
    private RecordingProcess() {}

    public static void main(String[] arguments) {
        MvUserStateStore store = MvUserStateStore.open(Path.of(arguments[0]));
        PrintStream out = System.out;
        if (arguments[2].equals("erasing")) {
            Thread erasing = new Thread(() -> {
                for (int i = 0; ; i++) {
                    store.append(RandomInteractions.play("gone", arguments[1] + "-gone-" + i));
                    store.erase("gone");
                }
            });
            erasing.start();
        }
        for (int t = 0; t < 2; t++) {
            String prefix = arguments[1] + "-" + t + "-";
            new Thread(() -> {
                        for (int i = 0; ; i++) {
                            store.append(RandomInteractions.play("user" + i % 3, prefix + i));
                            synchronized (out) {
                                out.println("user" + i % 3 + " " + prefix + i);
                                out.flush();
                            }
                        }
                    })
                    .start();
        }
    }

    /** Starts one that prints into a file: the pipe of a process ends when it is killed. */
    static Process start(Path directory, String prefix, boolean erasing, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingProcess.class.getName(),
                directory.toString(),
                prefix,
                erasing ? "erasing" : "recording"));
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
