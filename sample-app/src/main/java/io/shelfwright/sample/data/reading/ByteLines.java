package io.shelfwright.sample.data.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;

/** Reads lines with either kind of line end; each is decoded on its own, so that one bad line costs only itself. */
final class ByteLines {
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    ByteLines(InputStream in, CharsetDecoder decoder) {
        this.in = in;
        this.decoder = decoder;
    }

    /** Goes to the next line; returns false at the end. */
    boolean next() throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return false;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line has more than " + LONGEST_LINE + " bytes");
            }
        }
        return true;
    }

    /** Returns the line without its end; throws {@link BadRow} where its bytes are not text. */
    String text() {
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw new BadRow("not " + decoder.charset(), "the row's bytes are not " + decoder.charset());
        }
    }

    /** Returns whether the line holds nothing but its end. */
    boolean isEmpty() {
        return line.size() == 0 || (line.size() == 1 && line.toByteArray()[0] == '\r');
    }
}
