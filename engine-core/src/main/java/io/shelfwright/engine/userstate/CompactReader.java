package io.shelfwright.engine.userstate;

/** Reads what {@link CompactWriter} wrote; bytes that end too early or make no sense give an {@link IllegalStateException}. */
final class CompactReader {
    private final byte[] bytes;
    private int at;

    CompactReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        if (at >= bytes.length) {
            throw new IllegalStateException("record ends after " + bytes.length + " bytes, more were expected");
        }
        return bytes[at++] & 0xFF;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = octet();
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new IllegalStateException("number of more than 64 bits at byte " + at);
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    double real() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | octet();
        }
        return Double.longBitsToDouble(bits);
    }

    String text() {
        long length = unsigned();
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalStateException("text of " + length + " characters at byte " + at + " of " + bytes.length);
        }
        char[] text = new char[(int) length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) unsigned();
        }
        return new String(text);
    }
}
