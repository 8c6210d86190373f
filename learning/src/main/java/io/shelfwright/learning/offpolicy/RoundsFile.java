package io.shelfwright.learning.offpolicy;

import io.shelfwright.api.BadRequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads logged rounds from a CSV file, plain or gzipped.
 *
 * <p>Columns, by name and in any order: {@code reward}, {@code pscore} (probability it was logged with), {@code pi_e} (probability under
 * the policy to evaluate), and, both or neither, {@code q_factual} and {@code q_expected} (a regression model's reward of the shown
 * action and of the policy). Others are ignored.
 */
public final class RoundsFile {
    private static final String SHOWN = "q_factual";
    private static final String EXPECTED = "q_expected";

    private RoundsFile() {}

    /**
     * Returns the rounds of a file.
     *
     * @throws BadRequestException naming file, line and what is allowed, if the file is not such a table
     */
    public static LoggedRounds read(Path file) {
        NumberTable table = NumberTable.read(file, RoundsFile::columns);
        double[] reward = table.values("reward");
        double[] pscore = table.values("pscore");
        double[] evaluated = table.values("pi_e");
        return table.has(SHOWN)
                ? LoggedRounds.of(reward, pscore, evaluated, table.values(SHOWN), table.values(EXPECTED))
                : LoggedRounds.of(reward, pscore, evaluated);
    }

    private static List<Column> columns(List<String> header) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.number("reward"), Column.propensity("pscore"), Column.probability("pi_e")));
        if (header.isEmpty() || header.contains(SHOWN) || header.contains(EXPECTED)) {
            columns.add(Column.number(SHOWN));
            columns.add(Column.number(EXPECTED));
        }
        return columns;
    }
}
