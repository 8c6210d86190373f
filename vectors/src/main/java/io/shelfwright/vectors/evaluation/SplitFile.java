package io.shelfwright.vectors.evaluation;

import io.shelfwright.api.BadRequestException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a file of users and their items: a line is a user, then the items, separated by blanks or tabs.
 *
 * <p>Plain or gzipped (told by the first bytes), with either line end. Blank lines are passed over, a user on several lines
 * gets the items of all of them, a repeated item counts once; all of it is counted. Where the first id is a whole number,
 * every id must be one.
 */
final class SplitFile {
    private static final int BUFFER = 1 << 16;
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Path file;
    private final Map<String, Set<String>> itemsOf = new LinkedHashMap<>();
    private boolean started;
    private boolean numbers;
    private int blankLines;
    private int repeatedUsers;
    private int repeatedItems;
    private int usersWithoutItems;
    private int pairs;

    private SplitFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws BadRequestException naming file, line and what is allowed, if it is not such a file
     */
    static SplitFile read(Path path) {
        SplitFile result = new SplitFile(path);
        int line = 0;
        try (InputStream in = open(path);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(
                                in,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                        BUFFER)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                result.add(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text, line);
            }
        } catch (IOException e) {
            throw new BadRequestException(path + (line > 0 ? ":" + (line + 1) : "") + " " + failure(path, e), e);
        }
        if (result.pairs == 0) {
            throw new BadRequestException(
                    path + " holds no item of any user; expected are lines of a user and the items,"
                            + " separated by blanks, as in '17 4 8 15'");
        }
        return result;
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return zipped ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static String failure(Path path, IOException e) {
        if (e instanceof EOFException) {
            return "is truncated: its compressed data ends too early; fetch or write it again";
        }
        if (e instanceof ZipException) {
            return "is damaged: its compressed data is wrong (" + e.getMessage() + "); fetch or write it again";
        }
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (e instanceof CharacterCodingException) {
            return "or a line soon after is not UTF-8; expected are lines of a user and the items, separated by blanks";
        }
        return Files.isDirectory(path) ? "is a directory, not a file" : "cannot be read: " + e;
    }

    private void add(String text, int line) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            blankLines++;
            return;
        }
        String[] words = SEPARATOR.split(stripped);
        if (!started) {
            started = true;
            numbers = NUMBER.matcher(words[0]).matches();
        }
        String user = id(words[0], "user", line);
        Set<String> items = itemsOf.get(user);
        if (items == null) {
            items = new LinkedHashSet<>();
            itemsOf.put(user, items);
        } else {
            repeatedUsers++;
        }
        for (int at = 1; at < words.length; at++) {
            if (items.add(id(words[at], "item", line))) {
                pairs++;
            } else {
                repeatedItems++;
            }
        }
        if (words.length == 1) {
            usersWithoutItems++;
        }
    }

    private String id(String word, String what, int line) {
        for (int at = 0; at < word.length(); at++) {
            if (Character.isISOControl(word.charAt(at))) {
                throw new BadRequestException(file + ":" + line + " has a control character in the " + what + " '"
                        + word.replaceAll("\\p{Cntrl}", "?") + "'; expected is text");
            }
        }
        if (!numbers) {
            return word;
        }
        if (!NUMBER.matcher(word).matches()) {
            throw new BadRequestException(file + ":" + line + " has the " + what + " '"
                    + (word.length() > 40 ? word.substring(0, 40) + "..." : word)
                    + "'; the file's first id is a whole number, so every id must be one, separated by blanks");
        }
        return String.valueOf(Long.parseLong(word));
    }

    Path file() {
        return file;
    }

    /** Returns the items of each user, in the order of the file. */
    Map<String, Set<String>> itemsOf() {
        return itemsOf;
    }

    /** Returns whether all ids are whole numbers. */
    boolean numbers() {
        return numbers;
    }

    int pairs() {
        return pairs;
    }

    int blankLines() {
        return blankLines;
    }

    int repeatedUsers() {
        return repeatedUsers;
    }

    int repeatedItems() {
        return repeatedItems;
    }

    int usersWithoutItems() {
        return usersWithoutItems;
    }
}
