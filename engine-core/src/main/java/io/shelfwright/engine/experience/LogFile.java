package io.shelfwright.engine.experience;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** One open file of the log. */
final class LogFile implements Closeable {
    private static final int FAST = 1;

    private final File file;
    private final FileOutputStream out;
    private final DataFileWriter<GenericRecord> writer;
    private long durableBytes;
    private int unflushed;

    LogFile(Path path, Schema schema, boolean compressed) throws IOException {
        file = path.toFile();
        out = new FileOutputStream(file);
        writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))
                .setCodec(compressed ? CodecFactory.deflateCodec(FAST) : CodecFactory.nullCodec());
        try {
            writer.create(schema, out);
            flush();
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    void append(ByteBuffer encoded) throws IOException {
        writer.appendEncoded(encoded);
        unflushed++;
    }

    /** Ends the block and forces the disk. */
    void flush() throws IOException {
        writer.flush();
        out.getFD().sync();
        durableBytes = file.length();
        unflushed = 0;
    }

    int unflushed() {
        return unflushed;
    }

    long durableBytes() {
        return durableBytes;
    }

    /**
     * Gives up the file after a failure, keeping what was flushed.
     *
     * <p>The stream is closed below Avro's writer, which would otherwise write the rest of a half-written block again.
     */
    void abandon() throws IOException {
        out.close();
        try (RandomAccessFile torn = new RandomAccessFile(file, "rw")) {
            if (torn.length() > durableBytes) {
                torn.setLength(durableBytes);
            }
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        writer.close();
    }
}
