package io.shelfwright.learning.validation.check;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.schema.TableKeys;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins two tables by key and compares every common column of every joined row bit for bit: what was served with what is trained on, or
 * what was logged with what is computed again.
 *
 * <p>The base is what was served. A number equals a number of the same bits (with digits to round to: of the same rounding), NaN equals
 * NaN, missing equals missing. Rows are compared by a 64-bit hash first and column by column only where hashes differ, so that memory is
 * about 100 bytes a row. Where the schema has a time, a column whose values were mostly those of an earlier row of the same listener,
 * item, or both, is told to lag. Immutable.
 */
public final class RowEquality {
    private final TableKeys keys;
    private final Set<String> compared;
    private final int digits;

    private RowEquality(TableKeys keys, Set<String> compared, int digits) {
        this.keys = keys;
        this.compared = compared;
        this.digits = digits;
    }

    /** Compares all columns that both tables have, by the schema's keys. */
    public static RowEquality with(DataSchema schema) {
        return new RowEquality(schema.keys(), Set.of(), -1);
    }

    /** Compares all columns that both tables have, by these keys. */
    public static RowEquality by(String... key) {
        return new RowEquality(new TableKeys(List.of(key), "", "", "", List.of()), Set.of(), -1);
    }

    /** Returns a copy that compares the columns of these rules only. */
    public RowEquality only(List<FeatureRule> rules) {
        return new RowEquality(
                keys, Set.copyOf(rules.stream().map(FeatureRule::name).toList()), digits);
    }

    /** Returns a copy that rounds numbers to so many digits after the point before it compares. */
    public RowEquality digits(int value) {
        return new RowEquality(keys, compared, value);
    }

    /**
     * Compares.
     *
     * @param base what was served
     * @param test what is trained on; each of its rows should have a partner
     * @throws BadRequestException if no key is known
     */
    public ValidationReport compare(Table base, Table test) {
        if (keys.key().isEmpty()) {
            throw new BadRequestException(
                    "rows cannot be joined without a key: name its columns in keys.key of the schema, or with --key");
        }
        List<Finding> findings = new ArrayList<>();
        for (Table table : List.of(base, test)) {
            for (String column : keys.key()) {
                if (table.column(column) < 0) {
                    findings.add(new Found(AnomalyType.ROW_KEY_MISSING, column, "", "rows")
                            .said("'" + table.name() + "' lacks the column, so its rows cannot be joined"));
                }
            }
        }
        if (!findings.isEmpty()) {
            return new ValidationReport(test.name(), "", Map.of(), findings, List.of(), List.of());
        }
        RowJoin join = new RowJoin(keys, columns(base, test), digits, base, test);
        RowJoin.Result result = join.run();
        return report(test, result);
    }

    private List<String> columns(Table base, Table test) {
        List<String> columns = new ArrayList<>();
        for (TableColumn column : base.columns()) {
            boolean wanted = compared.isEmpty() || compared.contains(column.name());
            if (wanted
                    && test.column(column.name()) >= 0
                    && !keys.key().contains(column.name())
                    && !keys.ignored().contains(column.name())) {
                columns.add(column.name());
            }
        }
        return columns;
    }

    private static ValidationReport report(Table test, RowJoin.Result result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("baseRows", result.baseRows());
        facts.put("testRows", result.testRows());
        facts.put("joinedRows", result.joined());
        facts.put("equalRows", result.joined() - result.differing());
        facts.put("differingRows", result.differing());
        facts.put("baseOnlyRows", result.baseOnly());
        facts.put("testOnlyRows", result.testOnly());
        facts.put("columnsCompared", result.columns().size());
        List<Finding> findings = new ArrayList<>();
        if (result.testOnly() > 0) {
            findings.add(new Found(AnomalyType.ROW_WITHOUT_PARTNER, "", "", "rows")
                    .measured(result.testOnly(), 0)
                    .fact("examples", result.strangers())
                    .said(result.testOnly() + " of " + result.testRows()
                            + " rows have no partner with their key, such as " + result.strangers()));
        }
        if (result.baseRepeated() + result.testRepeated() > 0) {
            findings.add(new Found(AnomalyType.ROW_KEY_REPEATED, "", "", "rows")
                    .severity(Severity.WARNING)
                    .fact("baseRows", result.baseRepeated())
                    .fact("testRows", result.testRepeated())
                    .said(result.baseRepeated() + " rows of the base and " + result.testRepeated()
                            + " of the test have a key that came before; only the first was joined"));
        }
        for (ColumnDifference column : result.columns()) {
            if (column.differing() > 0) {
                findings.add(finding(column, result));
            }
        }
        List<String> notes = new ArrayList<>();
        if (result.detailed() < result.differing()) {
            notes.add("rows: the first " + result.detailed() + " of " + result.differing()
                    + " differing rows were compared column by column");
        }
        if (result.joined() == 0) {
            notes.add("rows: no row of one table has the key of a row of the other");
        }
        return new ValidationReport(test.name(), "", facts, findings, List.of(), notes);
    }

    private static Finding finding(ColumnDifference column, RowJoin.Result result) {
        AnomalyType type = column.lags() ? AnomalyType.ROW_LAGGING : AnomalyType.ROW_MISMATCH;
        Found found = new Found(type, column.name(), "", "rows")
                .measured(column.differing(), 0)
                .fact("baseOnly", column.baseOnly())
                .fact("testOnly", column.testOnly())
                .fact("mismatches", column.mismatches())
                .fact("matches", result.joined() - column.differing())
                .fact("samples", column.samples());
        String lag = "";
        if (column.lags()) {
            found.fact("lag", column.lag()).fact("lagOf", column.lagOf());
            lag = "; of the mismatches " + Found.percent(column.lagShare()) + " are values of earlier rows of the same "
                    + column.lagOf() + ", by " + column.lag() + " in the middle";
        }
        return found.said(column.differing() + " of " + result.joined() + " joined rows differ ("
                + column.mismatches() + " values, " + column.baseOnly() + " only served, " + column.testOnly()
                + " only in the test)" + lag + "; for example "
                + column.samples().get(0));
    }
}
