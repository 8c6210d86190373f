package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Reads key and compared cells of a table's rows, as texts that are equal where the cells are. */
final class RowCells {
    private static final char SEPARATOR = '|';

    private final Table table;
    private final int[] keyPlaces;
    private final int[] places;
    private final boolean[] numeric;
    private final int digits;

    /** Numbers are compared as such where both tables hold them. */
    RowCells(Table table, Table other, List<String> key, List<String> compared, int digits) {
        this.table = table;
        this.digits = digits;
        keyPlaces = key.stream().mapToInt(table::column).toArray();
        places = compared.stream().mapToInt(table::column).toArray();
        numeric = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            numeric[i] = numeric(table, compared.get(i)) && numeric(other, compared.get(i));
        }
    }

    private static boolean numeric(Table table, String column) {
        return table.columns().get(table.column(column)).type().numeric();
    }

    Table table() {
        return table;
    }

    String key(TableRow row) {
        StringBuilder key = new StringBuilder();
        for (int place : keyPlaces) {
            key.append(key.isEmpty() ? "" : SEPARATOR);
            String part = row.missing(place) ? "" : row.text(place);
            key.append(
                    part.indexOf(SEPARATOR) < 0
                            ? part
                            : part.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return key.toString();
    }

    /** Returns a hash that is equal for equal cells and hardly ever for others (multiply-xorshift over bits and texts). */
    long hash(TableRow row) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < places.length; i++) {
            hash = mix(hash ^ cellHash(row, i));
        }
        return hash;
    }

    private long cellHash(TableRow row, int i) {
        int place = places[i];
        if (row.count(place) != 1) {
            return textHash(cell(row, i));
        }
        return numeric[i] && digits < 0 ? mix(Double.doubleToLongBits(row.number(place)) + 1) : textHash(cell(row, i));
    }

    private static long textHash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns the compared cells; a missing one is empty. */
    String[] cells(TableRow row) {
        String[] cells = new String[places.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row, i);
        }
        return cells;
    }

    private String cell(TableRow row, int i) {
        int place = places[i];
        if (row.missing(place)) {
            return "";
        }
        StringBuilder cell = new StringBuilder();
        for (int v = 0; v < row.count(place); v++) {
            cell.append(v == 0 ? "" : ", ");
            cell.append(numeric[i] ? number(row.number(place, v)) : row.text(place, v));
        }
        return cell.isEmpty() ? "\"\"" : cell.toString();
    }

    private String number(double value) {
        if (digits < 0 || !Double.isFinite(value)) {
            return Double.toString(value);
        }
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
