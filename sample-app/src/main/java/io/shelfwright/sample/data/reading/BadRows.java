package io.shelfwright.sample.data.reading;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.ImportReport.BadRowGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts the rows that are kept out, by reason, and keeps the first of each; not thread-safe. */
public final class BadRows {
    /** Rows of one reason that are kept as examples. */
    public static final int EXAMPLES = 20;

    private static final int LONGEST_DETAIL = 160;

    private final TreeMap<String, Group> groups = new TreeMap<>();

    public void add(InputFile file, long line, BadRow row) {
        Group group = groups.computeIfAbsent(row.reason(), reason -> new Group());
        group.count++;
        if (group.examples.size() < EXAMPLES) {
            group.examples.add(file.name() + ":" + line + ": " + shortened(String.valueOf(row.getMessage())));
        }
    }

    public long count() {
        return groups.values().stream().mapToLong(group -> group.count).sum();
    }

    /** Returns the groups in ascending order of reason. */
    public List<BadRowGroup> groups() {
        List<BadRowGroup> result = new ArrayList<>();
        groups.forEach((reason, group) -> result.add(new BadRowGroup(reason, group.count, group.examples)));
        return result;
    }

    /** Refuses a file without rows, and one of which most rows are bad: that is another file than was asked for. */
    static void checkMostAreGood(InputFile file, long rows, long bad, String expected) {
        if (rows == 0) {
            throw new BadRequestException(
                    file.path() + " holds no rows; expected " + expected + "; fetch the file again");
        }
        if (bad * 2 > rows) {
            throw new BadRequestException(file.path() + " does not look like the right file: " + bad + " of " + rows
                    + " rows are bad; expected " + expected);
        }
    }

    private static String shortened(String detail) {
        String line = detail.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "...";
    }

    private static final class Group {
        private long count;
        private final List<String> examples = new ArrayList<>();
    }
}
