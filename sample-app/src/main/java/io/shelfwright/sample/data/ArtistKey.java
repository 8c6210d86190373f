package io.shelfwright.sample.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The normalised name by which artists of different sources are joined.
 *
 * <p>NFKD, what is left of it in ASCII, lower case, {@code &} read as {@code and}, punctuation read as a space, a leading
 * {@code the} dropped. Letters that have no ASCII form are kept apart in {@code lost}: two names join only when these
 * agree too, so that an artist written with one such letter never becomes another one. An empty key joins nothing.
 *
 * @param ascii the normalised name, empty for names without a single ASCII letter or digit
 * @param lost letters that ASCII could not hold, lower case, in order
 */
public record ArtistKey(String ascii, String lost) {
    /** Beginning of the ids of artists that are known by name only. */
    public static final String BY_NAME = "artist:name:";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_SLUG = 80;

    public static ArtistKey of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder ascii = new StringBuilder();
        StringBuilder lost = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (point == '&') {
                ascii.append(" and ");
            } else if (point < 128) {
                ascii.append((char) point);
            } else if (Character.isLetter(point)) {
                lost.appendCodePoint(point);
            }
        });
        String key = NOT_A_WORD.matcher(ascii).replaceAll(" ").strip();
        if (key.startsWith("the ")) {
            key = key.substring(4);
        }
        return new ArtistKey(key, lost.toString());
    }

    /** Returns whether artists may be joined by this key. */
    public boolean joins() {
        return !ascii.isEmpty();
    }

    /** Returns the id of an artist that is known by name only: the normalised name, or a hash where that says too little. */
    public static String idOf(String name) {
        ArtistKey key = of(name);
        if (key.joins() && key.lost.isEmpty() && key.ascii.length() <= LONGEST_SLUG) {
            return BY_NAME + key.ascii.replace(' ', '-');
        }
        String identity = key.joins()
                ? key.ascii + '\n' + key.lost
                : Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .strip();
        return BY_NAME + "~" + hash(identity);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, this one says it has not", e);
        }
    }
}
