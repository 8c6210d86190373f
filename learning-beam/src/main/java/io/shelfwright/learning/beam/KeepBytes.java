package io.shelfwright.learning.beam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes the one result of a pipeline to a file, for the process that publishes it. */
final class KeepBytes extends DoFn<byte[], Void> {
    private static final long serialVersionUID = 1L;

    private final String file;

    KeepBytes(String file) {
        this.file = file;
    }

    @ProcessElement
    public void keep(@Element byte[] bytes) {
        Path target = Path.of(file);
        try {
            Path temporary = Files.createTempFile(target.toAbsolutePath().resolveSibling(""), "kept", ".tmp");
            Files.write(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
