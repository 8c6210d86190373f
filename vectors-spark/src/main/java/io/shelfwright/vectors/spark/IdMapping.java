package io.shelfwright.vectors.spark;

import io.shelfwright.api.BadRequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads which item each of Spark's integer ids stands for: a line is the integer, a tab or comma, and the item's id. */
final class IdMapping {
    private IdMapping() {}

    /**
     * Reads a mapping; a first line that is no mapping is taken for a header.
     *
     * @throws BadRequestException naming file and line, if a line is no mapping or an integer stands for two items
     */
    static Map<Integer, String> read(Path file) {
        Map<Integer, String> items = new HashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int line = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    add(file, line, text.strip(), items);
                }
            }
        } catch (IOException e) {
            throw new BadRequestException(
                    "the id mapping " + file + " cannot be read: " + e + "; it needs lines such as '17,artist:abc'", e);
        }
        if (items.isEmpty()) {
            throw new BadRequestException(
                    "the id mapping " + file + " is empty; it needs lines such as '17,artist:abc'");
        }
        return items;
    }

    private static void add(Path file, int line, String text, Map<Integer, String> items) {
        int cut = text.indexOf('\t') >= 0 ? text.indexOf('\t') : text.indexOf(',');
        String number = cut < 0 ? "" : text.substring(0, cut).strip();
        String item = cut < 0 ? "" : text.substring(cut + 1).strip();
        if (!number.matches("-?[0-9]{1,10}") || item.isEmpty()) {
            if (line == 1) {
                return;
            }
            throw new BadRequestException(file + ":" + line + " is '" + text
                    + "'; expected is an integer, a tab or comma, and the id of an item");
        }
        long id = Long.parseLong(number);
        if (id != (int) id) {
            throw new BadRequestException(
                    file + ":" + line + " has the integer " + id + ", which Spark's ids cannot be");
        }
        if (items.putIfAbsent((int) id, item) != null) {
            throw new BadRequestException(file + ":" + line + " maps " + id + " a second time");
        }
    }
}
