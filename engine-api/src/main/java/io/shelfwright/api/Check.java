package io.shelfwright.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Argument checks at the public edge; the messages name the argument and the offending value. */
final class Check {
    /** Longest identifier accepted anywhere; longer ones are almost always a caller's mistake. */
    static final int MAX_ID_LENGTH = 512;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Check() {}

    static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new BadRequestException(name + " is null");
        }
        return value;
    }

    static String id(@Nullable String value, String name) {
        String id = present(value, name);
        if (id.isBlank()) {
            throw new BadRequestException(name + " is blank");
        }
        if (id.length() > MAX_ID_LENGTH) {
            throw new BadRequestException(name + " has " + id.length() + " characters, allowed are at most "
                    + MAX_ID_LENGTH + ": " + id.substring(0, 32) + "...");
        }
        if (id.indexOf('\u0000') >= 0) {
            throw new BadRequestException(name + " contains a NUL character");
        }
        if (!isWellFormed(id)) {
            throw new BadRequestException(name + " contains half of a surrogate pair, which no log could keep");
        }
        return id;
    }

    /** Half a surrogate pair becomes a question mark in UTF-8, and so another id in whatever reads it back. */
    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    static String name(String value, String what) {
        if (value.length() > 80 || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + value + "' is not a name: use lower-case words joined by '-', at most 80 characters");
        }
        return value;
    }
}
