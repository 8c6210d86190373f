package io.shelfwright.learning.validation.statistics;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.table.AtomicFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Keeps statistics in a file, so that tomorrow's data can be compared with today's without reading today's again. */
public final class StatisticsFile {
    private static final int MAGIC = 0x53575354;
    private static final int VERSION = 1;

    private StatisticsFile() {}

    /** Writes statistics, replacing the file at once or leaving it as it was. */
    public static void write(DatasetStatistics statistics, Path file) {
        AtomicFile.write(file, out -> write(statistics, out));
    }

    /** Writes statistics to a stream, which stays open. */
    public static void write(DatasetStatistics statistics, OutputStream out) throws IOException {
        GZIPOutputStream zipped = new GZIPOutputStream(out);
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zipped));
        data.writeInt(MAGIC);
        data.writeInt(VERSION);
        statistics.write(data);
        data.flush();
        zipped.finish();
    }

    /**
     * Reads what {@link #write(DatasetStatistics, Path)} wrote.
     *
     * @throws BadRequestException naming the file, if it holds something else
     */
    public static DatasetStatistics read(Path file, StatisticsOptions options) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, options);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadRequestException(
                    "statistics " + file + " cannot be read (" + e + "); make them anew from the data", e);
        }
    }

    /** Reads statistics from a stream. */
    public static DatasetStatistics read(InputStream in, StatisticsOptions options) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)));
        int magic = data.readInt();
        int version = data.readInt();
        if (magic != MAGIC || version != VERSION) {
            throw new IOException("these are no statistics of version " + VERSION);
        }
        return DatasetStatistics.read(options, data);
    }
}
