package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.schema.TableKeys;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The join of two tables by key; for one use. */
final class RowJoin {
    private static final int MOST_DETAILED = 200_000;
    private static final int MOST_STRANGERS = 3;

    private final TableKeys keys;
    private final List<ColumnDifference> columns = new ArrayList<>();
    private final RowCells base;
    private final RowCells test;
    private final Map<String, long[]> hashes = new HashMap<>();
    private final Map<String, String[]> detailed = new LinkedHashMap<>();
    private final Set<String> strangers = new LinkedHashSet<>();
    private long baseRows;
    private long testRows;
    private long baseRepeated;
    private long testRepeated;
    private long testOnly;
    private long differing;

    /** What came of it. */
    record Result(
            long baseRows,
            long testRows,
            long baseRepeated,
            long testRepeated,
            long joined,
            long baseOnly,
            long testOnly,
            long differing,
            long detailed,
            List<String> strangers,
            List<ColumnDifference> columns) {}

    RowJoin(TableKeys keys, List<String> compared, int digits, Table base, Table test) {
        this.keys = keys;
        this.base = new RowCells(base, test, keys.key(), compared, digits);
        this.test = new RowCells(test, base, keys.key(), compared, digits);
        compared.forEach(column -> columns.add(new ColumnDifference(column)));
    }

    Result run() {
        base.table().read(row -> {
            baseRows++;
            if (hashes.putIfAbsent(base.key(row), new long[] {base.hash(row), 0}) != null) {
                baseRepeated++;
            }
        });
        test.table().read(this::addTest);
        long joined = joinedCount();
        if (!detailed.isEmpty()) {
            compareDetailed();
        }
        return new Result(
                baseRows,
                testRows,
                baseRepeated,
                testRepeated,
                joined,
                hashes.size() - joined,
                testOnly,
                differing,
                detailed.size(),
                List.copyOf(strangers),
                columns);
    }

    private void addTest(TableRow row) {
        testRows++;
        String key = test.key(row);
        long[] known = hashes.get(key);
        if (known == null) {
            testOnly++;
            if (strangers.size() < MOST_STRANGERS) {
                strangers.add(key);
            }
        } else if (known[1] != 0) {
            testRepeated++;
        } else {
            known[1] = 1;
            if (known[0] != test.hash(row)) {
                differing++;
                if (detailed.size() < MOST_DETAILED) {
                    detailed.put(key, test.cells(row));
                }
            }
        }
    }

    private long joinedCount() {
        long joined = 0;
        for (long[] known : hashes.values()) {
            joined += known[1];
        }
        return joined;
    }

    private void compareDetailed() {
        Set<String> compared = new LinkedHashSet<>();
        Map<String, String[]> served = new HashMap<>();
        base.table().read(row -> {
            String key = base.key(row);
            String[] mine = detailed.get(key);
            if (mine == null || !compared.add(key)) {
                return;
            }
            String[] theirs = base.cells(row);
            served.put(key, theirs);
            for (int i = 0; i < mine.length; i++) {
                if (!mine[i].equals(theirs[i])) {
                    columns.get(i).add(key, theirs[i], mine[i]);
                }
            }
        });
        new LagSearch(keys, base, columns).search(detailed, served);
    }
}
