package io.shelfwright.learning.job;

import io.shelfwright.api.ExperienceException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** A file that says by its last eight bytes, a CRC-32 of the others, that it is whole; written at once or not at all. */
public final class CheckedFile {
    private CheckedFile() {}

    /** Writes what goes into a file. */
    @FunctionalInterface
    public interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** Writes a file, forced to disk, in place of one that is there. */
    public static void write(Path file, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.write(out);
            CRC32 sum = new CRC32();
            sum.update(bytes.toByteArray());
            out.writeLong(sum.getValue());
            // A second attempt at the same part, on another thread or machine, must not meet the first one's file.
            Path temporary = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), ".part", ".tmp");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ExperienceException(file + " cannot be written; check free space and permissions", e);
        }
    }

    /** Returns what was written, empty where there is no such file or it is not whole. */
    public static Optional<byte[]> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int size = bytes.length - Long.BYTES;
            if (size < 0) {
                return Optional.empty();
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, 0, size);
            boolean whole = ByteBuffer.wrap(bytes, size, Long.BYTES).getLong() == sum.getValue();
            return whole ? Optional.of(Arrays.copyOf(bytes, size)) : Optional.empty();
        } catch (IOException e) {
            throw new ExperienceException(file + " cannot be read", e);
        }
    }
}
