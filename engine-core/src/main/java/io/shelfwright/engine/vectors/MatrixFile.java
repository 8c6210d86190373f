package io.shelfwright.engine.vectors;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A file of little-endian floats, row after row, without a header. */
final class MatrixFile {
    private static final int MOST_FLOATS = 1 << 26;
    private static final int READ_BYTES = 1 << 20;

    private MatrixFile() {}

    /** Writes rows one by one, and adds what it writes to a digest. */
    static final class Writer implements AutoCloseable {
        private final DigestOutputStream out;
        private final ByteBuffer row;

        Writer(Path file, int dimension, MessageDigest digest) throws IOException {
            out = new DigestOutputStream(
                    new BufferedOutputStream(java.nio.file.Files.newOutputStream(file), READ_BYTES), digest);
            row = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }

        void write(float[] values) throws IOException {
            row.clear();
            row.asFloatBuffer().put(values);
            out.write(row.array());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads a matrix whose size was checked: maps the file where it is larger than a limit, else loads it. */
    static Matrix read(Path file, int rows, int dimension, long mapAbove) throws IOException {
        int shift = shift(rows, dimension);
        int perChunk = 1 << shift;
        int count = Math.max(1, (int) (((long) rows + perChunk - 1) / perChunk));
        boolean map = (long) rows * dimension * Float.BYTES > mapAbove;
        float[][] heap = new float[map ? 0 : count][];
        FloatBuffer[] mapped = new FloatBuffer[map ? count : 0];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int c = 0; c < count; c++) {
                int floats = Math.min(perChunk, rows - c * perChunk) * dimension;
                long start = (long) c * perChunk * dimension * Float.BYTES;
                if (map) {
                    mapped[c] = channel.map(FileChannel.MapMode.READ_ONLY, start, (long) floats * Float.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer();
                } else {
                    heap[c] = load(channel, start, floats, buffer);
                }
            }
        }
        return map ? new MappedMatrix(mapped, shift, dimension) : new HeapMatrix(heap, shift, dimension);
    }

    private static float[] load(FileChannel channel, long start, int floats, ByteBuffer buffer) throws IOException {
        float[] chunk = new float[floats];
        long position = start;
        for (int done = 0; done < floats; ) {
            int wanted = Math.min(floats - done, READ_BYTES / Float.BYTES);
            buffer.clear().limit(wanted * Float.BYTES);
            while (buffer.hasRemaining()) {
                int n = channel.read(buffer, position);
                if (n < 0) {
                    throw new EOFException("it ends at byte " + position);
                }
                position += n;
            }
            buffer.flip();
            buffer.asFloatBuffer().get(chunk, done, wanted);
            done += wanted;
        }
        return chunk;
    }

    /** Returns the power of two rows that go into a chunk: all of them where they fit. */
    private static int shift(int rows, int dimension) {
        int shift = 0;
        while (1L << shift < rows && (2L << shift) * dimension <= MOST_FLOATS) {
            shift++;
        }
        return shift;
    }
}
