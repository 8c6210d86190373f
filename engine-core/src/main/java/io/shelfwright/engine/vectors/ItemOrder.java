package io.shelfwright.engine.vectors;

import io.shelfwright.api.Item;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Fingerprint of the ids of a catalog and their order: rows of a matrix mean nothing beside another catalog. */
final class ItemOrder {
    private ItemOrder() {}

    static String fingerprint(List<Item> items) {
        MessageDigest digest = sha256();
        for (Item item : items) {
            digest.update(item.id().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
