package io.shelfwright.engine.userstate;

import java.util.Arrays;

/** Writes numbers and strings into few bytes; any string comes back as it was, unpaired surrogates included. */
final class CompactWriter {
    private byte[] bytes = new byte[96];
    private int size;

    CompactWriter octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /** Appends a number in groups of seven bits, small ones in one byte. */
    CompactWriter unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    CompactWriter signed(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    CompactWriter real(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (bits >>> shift));
        }
        return this;
    }

    /** Appends length and characters one by one: UTF-8 would lose unpaired surrogates, and two ids would become one. */
    CompactWriter text(String value) {
        unsigned(value.length());
        for (int i = 0; i < value.length(); i++) {
            unsigned(value.charAt(i));
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
