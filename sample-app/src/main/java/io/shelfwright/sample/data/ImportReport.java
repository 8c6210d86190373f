package io.shelfwright.sample.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an import read, what it kept out, and why.
 *
 * @param kind kind of source
 * @param referenceTime the source's "now"
 * @param counts what was kept, by type
 * @param badRows what was kept out, by reason
 * @param notes what was repaired or derived, one sentence each
 * @param joinedArtists artists known by name only that are now one with an artist of another source; -1 where not counted
 */
public record ImportReport(
        String kind,
        Instant referenceTime,
        SortedMap<String, Long> counts,
        List<BadRowGroup> badRows,
        List<String> notes,
        int joinedArtists) {

    public ImportReport {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        badRows = List.copyOf(badRows);
        notes = List.copyOf(notes);
    }

    public ImportReport(
            String kind,
            Instant referenceTime,
            SortedMap<String, Long> counts,
            List<BadRowGroup> badRows,
            List<String> notes) {
        this(kind, referenceTime, counts, badRows, notes, -1);
    }

    /**
     * Rows that were kept out for one reason.
     *
     * @param reason the same words for all of them
     * @param count how many
     * @param examples the first of them as {@code file:line: detail}
     */
    public record BadRowGroup(String reason, long count, List<String> examples) {
        public BadRowGroup {
            examples = List.copyOf(examples);
        }
    }

    public ImportReport withJoinedArtists(int value) {
        return new ImportReport(kind, referenceTime, counts, badRows, notes, value);
    }

    /** Returns the number of rows that were kept out. */
    public long badRowCount() {
        long sum = 0;
        for (BadRowGroup group : badRows) {
            sum += group.count();
        }
        return sum;
    }

    /** Returns the report for people, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(kind + ", as of " + referenceTime);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            lines.add(String.format(Locale.ROOT, "  %,12d %s", count.getValue(), count.getKey()));
        }
        if (joinedArtists >= 0) {
            lines.add(String.format(Locale.ROOT, "  %,12d artists joined by name with another source", joinedArtists));
        }
        notes.forEach(note -> lines.add("  " + note));
        lines.add(String.format(Locale.ROOT, "  %,12d bad rows kept out", badRowCount()));
        for (BadRowGroup group : badRows) {
            lines.add(String.format(Locale.ROOT, "  %,12d %s", group.count(), group.reason()));
            group.examples().forEach(example -> lines.add("        " + example));
            if (group.count() > group.examples().size()) {
                lines.add("        ... and " + (group.count() - group.examples().size()) + " more");
            }
        }
        return lines;
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
