package io.shelfwright.sample.web;

import io.shelfwright.api.ItemKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The address of a cover: ids may be long and hold any character, so a short hash of the id stands in for it. */
final class CoverAddress {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
    private static final int KEY_BYTES = 8;

    private CoverAddress() {}

    static String of(String itemId, ItemKind kind, String title) {
        return "/covers/" + key(itemId) + ".svg?kind=" + kind.name() + "&t="
                + URLEncoder.encode(Initials.of(title), StandardCharsets.UTF_8);
    }

    /** Returns the hash that an address names: either the key itself, or an item id to be hashed. */
    static long hash(String keyOrId) {
        String key = KEY.matcher(keyOrId).matches() ? keyOrId : key(keyOrId);
        return Long.parseUnsignedLong(key, 16);
    }

    private static String key(String itemId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(itemId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
