package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.schema.TableKeys;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableRow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks whether the values of a differing column are those that earlier rows of the same listener, of the same key column, or of both had.
 *
 * <p>The test has a lag if at least 80 % of at least 20 mismatches that have an earlier row are explained so. For one use.
 */
final class LagSearch {
    private static final int LEAST_MISMATCHES = 20;
    private static final double MOSTLY = 0.8;
    private static final int MOST_COLUMNS = 20;

    private final TableKeys keys;
    private final RowCells base;
    private final List<ColumnDifference> columns;

    LagSearch(TableKeys keys, RowCells base, List<ColumnDifference> columns) {
        this.keys = keys;
        this.base = base;
        this.columns = columns;
    }

    /** A served row of an entity. */
    @SuppressWarnings("ArrayRecordComponent") // a row's cells, compared one by one
    private record Earlier(double time, String[] cells) {}

    private record Row(String key, String entity, double time) {}

    void search(Map<String, String[]> test, Map<String, String[]> served) {
        Table table = base.table();
        int time = keys.time().isEmpty() ? -1 : table.column(keys.time());
        List<Integer> suspects = new ArrayList<>();
        for (int i = 0; i < columns.size() && suspects.size() < MOST_COLUMNS; i++) {
            if (columns.get(i).mismatches() >= LEAST_MISMATCHES) {
                suspects.add(i);
            }
        }
        if (time < 0 || suspects.isEmpty()) {
            return;
        }
        for (Map.Entry<String, int[]> entity : entities(table).entrySet()) {
            List<Integer> open =
                    suspects.stream().filter(i -> !columns.get(i).lags()).toList();
            if (!open.isEmpty()) {
                search(entity.getKey(), entity.getValue(), time, open, test, served);
            }
        }
    }

    /** Listener first, then each column of the key, then both: the fewest that explain it are told. */
    private Map<String, int[]> entities(Table table) {
        Map<String, int[]> entities = new LinkedHashMap<>();
        int listener = keys.listener().isEmpty() ? -1 : table.column(keys.listener());
        if (listener >= 0) {
            entities.put(keys.listener(), new int[] {listener});
        }
        for (String column : keys.key()) {
            int place = table.column(column);
            if (place != listener) {
                entities.put(column, new int[] {place});
                if (listener >= 0) {
                    entities.put(keys.listener() + " and " + column, new int[] {listener, place});
                }
            }
        }
        return entities;
    }

    private void search(
            String name,
            int[] places,
            int timePlace,
            List<Integer> suspects,
            Map<String, String[]> test,
            Map<String, String[]> served) {
        List<Row> rows = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        base.table().read(row -> {
            String key = base.key(row);
            if (test.containsKey(key)) {
                String entity = entity(row, places);
                wanted.add(entity);
                rows.add(new Row(key, entity, time(row, timePlace)));
            }
        });
        Map<String, List<Earlier>> earlier = new HashMap<>();
        base.table().read(row -> {
            String entity = entity(row, places);
            if (wanted.contains(entity)) {
                earlier.computeIfAbsent(entity, key -> new ArrayList<>())
                        .add(new Earlier(time(row, timePlace), base.cells(row)));
            }
        });
        for (int column : suspects) {
            explain(name, column, rows, earlier, test, served);
        }
    }

    private void explain(
            String name,
            int column,
            List<Row> rows,
            Map<String, List<Earlier>> earlier,
            Map<String, String[]> test,
            Map<String, String[]> served) {
        List<Double> lags = new ArrayList<>();
        int candidates = 0;
        for (Row row : rows) {
            String[] mine = test.getOrDefault(row.key(), new String[0]);
            String[] theirs = served.getOrDefault(row.key(), new String[0]);
            if (mine.length == 0
                    || theirs.length == 0
                    || mine[column].isEmpty()
                    || mine[column].equals(theirs[column])) {
                continue;
            }
            double latest = Double.NEGATIVE_INFINITY;
            boolean any = false;
            for (Earlier other : earlier.getOrDefault(row.entity(), List.of())) {
                if (other.time() < row.time()) {
                    any = true;
                    if (other.cells()[column].equals(mine[column])) {
                        latest = Math.max(latest, other.time());
                    }
                }
            }
            candidates += any ? 1 : 0;
            if (latest > Double.NEGATIVE_INFINITY) {
                lags.add(row.time() - latest);
            }
        }
        if (candidates >= LEAST_MISMATCHES && lags.size() >= MOSTLY * candidates) {
            double[] sorted = lags.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            columns.get(column).lags((double) lags.size() / candidates, shown(sorted[sorted.length / 2]), name);
        }
    }

    private static String entity(TableRow row, int[] places) {
        StringBuilder entity = new StringBuilder();
        for (int place : places) {
            entity.append(row.missing(place) ? "" : row.text(place)).append('\n');
        }
        return entity.toString();
    }

    /** Seconds, or whatever the column's numbers count. */
    private double time(TableRow row, int place) {
        if (row.missing(place)) {
            return Double.NaN;
        }
        if (base.table().columns().get(place).type().numeric()) {
            return row.number(place);
        }
        try {
            Instant at = Instant.parse(row.text(place));
            return at.getEpochSecond() + at.getNano() / 1e9;
        } catch (DateTimeException e) {
            return Double.NaN; // no instant: a row without a time explains nothing
        }
    }

    private String shown(double lag) {
        boolean seconds = !base.table()
                .columns()
                .get(base.table().column(keys.time()))
                .type()
                .numeric();
        return seconds ? Duration.ofSeconds(Math.round(lag)).toString() : Found.number(lag);
    }
}
