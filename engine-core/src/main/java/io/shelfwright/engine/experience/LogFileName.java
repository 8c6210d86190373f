package io.shelfwright.engine.experience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Name of a file of the log, such as {@code pages-20240501-000017.avro}.
 *
 * @param kind first word, {@code pages} or {@code interactions}
 * @param day day (UTC) on which it was begun
 * @param number order of writing within the kind, over all days
 */
record LogFileName(String kind, String day, long number) {
    private static final Pattern PATTERN = Pattern.compile("([a-z]+)-(\\d{8})-(\\d{1,18})\\.avro");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    static String day(Instant time) {
        return DAY.format(time);
    }

    String text() {
        return String.format(Locale.ROOT, "%s-%s-%06d.avro", kind, day, number);
    }

    /** Returns the files of a kind in the order of writing; none where the directory does not exist. */
    static List<LogFileName> list(Path directory, String kind) throws IOException {
        List<LogFileName> found = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> {
                Matcher matcher = PATTERN.matcher(file.getFileName().toString());
                if (matcher.matches() && matcher.group(1).equals(kind)) {
                    found.add(new LogFileName(kind, matcher.group(2), Long.parseLong(matcher.group(3))));
                }
            });
        }
        found.sort(Comparator.comparingLong(LogFileName::number).thenComparing(LogFileName::day));
        return found;
    }
}
