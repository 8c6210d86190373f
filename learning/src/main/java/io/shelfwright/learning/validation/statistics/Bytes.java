package io.shelfwright.learning.validation.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Byte arrays and texts of any length behind their sizes. */
final class Bytes {
    private static final int MOST = 1 << 28;

    private Bytes() {}

    static void write(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] read(DataInput in) throws IOException {
        byte[] bytes = new byte[size(in)];
        in.readFully(bytes);
        return bytes;
    }

    static void write(String text, DataOutput out) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String text(DataInput in) throws IOException {
        return new String(read(in), StandardCharsets.UTF_8);
    }

    /** Returns a size that a damaged file cannot make absurd. */
    static int size(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("a size of " + size + " is no size of statistics");
        }
        return size;
    }
}
