package io.shelfwright.sample.simulate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Numbers that stand for ids in seeded draws. */
final class Keys {
    private Keys() {}

    static long of(String id) {
        CRC32C crc = new CRC32C();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() ^ ((long) id.hashCode() << 32);
    }
}
