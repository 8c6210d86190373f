package io.shelfwright.learning.offpolicy;

import io.shelfwright.api.BadRequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads logged slates from CSV files, plain or gzipped, columns found by name.
 *
 * <p>The main file has a row for every slot: {@code slate_id, position} (from 0), {@code action, reward} and the probabilities {@code
 * pscore, pscore_item_position, pscore_cascade}, each also with {@code eval_} before it. Its companion {@code _qhat} has for the same
 * rows {@code pi_e_a0..} and {@code q_a0..}, the policy's probability and a model's reward of every action given the slots above;
 * {@code _logits} has for every slate {@code behavior_logit_a0..} and {@code eval_logit_a0..} of two Plackett-Luce policies.
 */
public final class SlatesFile {
    private SlatesFile() {}

    /** Returns the companion of a main file, such as {@code x_qhat.csv.gz} of {@code x.csv.gz}, if it lies beside it. */
    public static Optional<Path> companion(Path file, String suffix) {
        String name = file.getFileName().toString();
        String stem = name.replaceFirst("(\\.csv)?(\\.gz)?$", "");
        return List.of(name.substring(stem.length()), ".csv.gz", ".csv").stream()
                .map(ending -> file.resolveSibling(stem + suffix + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Returns the slates of a file.
     *
     * @param qhat companion with a regression model, if there is one
     * @param logits companion with the policies' logits, if there is one
     * @throws BadRequestException naming file, line and what is allowed, if a file is not such a table
     */
    public static LoggedSlates read(Path file, Optional<Path> qhat, Optional<Path> logits) {
        SlateRows rows = SlateRows.of(NumberTable.read(
                file,
                header -> List.of(
                        Column.index("slate_id"),
                        Column.index("position"),
                        Column.index("action"),
                        Column.number("reward"),
                        Column.propensity("pscore"),
                        Column.propensity("pscore_item_position"),
                        Column.propensity("pscore_cascade"),
                        Column.probability("eval_pscore"),
                        Column.probability("eval_pscore_item_position"),
                        Column.probability("eval_pscore_cascade"))));
        LoggedSlates slates = rows.slates();
        if (qhat.isPresent()) {
            slates = withModel(slates, rows, qhat.get());
        }
        return logits.isPresent() ? withPseudoinverse(slates, rows, logits.get()) : slates;
    }

    private static LoggedSlates withModel(LoggedSlates slates, SlateRows rows, Path file) {
        NumberTable table = NumberTable.read(file, header -> {
            List<Column> columns = new ArrayList<>(List.of(Column.index("slate_id"), Column.index("position")));
            for (int action = 0; action < actions(header, "q_a"); action++) {
                columns.add(Column.probability("pi_e_a" + action));
                columns.add(Column.number("q_a" + action));
            }
            return columns;
        });
        double[][] evaluated = numbered(table, "pi_e_a");
        double[][] rewards = numbered(table, "q_a");
        SlateRows model = SlateRows.ordered(table);
        double[] shown = new double[rows.size()];
        double[] expected = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            if (model.size() != rows.size() || !model.sameSlot(i, rows)) {
                throw new BadRequestException(file + " does not have the same slates and positions as the main file: "
                        + rows.place(i) + " has no partner; write both from the same log");
            }
            int at = model.row(i);
            shown[i] = rewards[rows.action(i, rewards.length, file)][at];
            for (int action = 0; action < rewards.length; action++) {
                expected[i] += evaluated[action][at] * rewards[action][at];
            }
        }
        return slates.withModel(shown, expected);
    }

    private static LoggedSlates withPseudoinverse(LoggedSlates slates, SlateRows rows, Path file) {
        NumberTable table = NumberTable.read(file, header -> {
            List<Column> columns = new ArrayList<>(List.of(Column.index("slate_id")));
            for (int action = 0; action < actions(header, "behavior_logit_a"); action++) {
                columns.add(Column.number("behavior_logit_a" + action));
                columns.add(Column.number("eval_logit_a" + action));
            }
            return columns;
        });
        double[][] logging = numbered(table, "behavior_logit_a");
        double[][] evaluated = numbered(table, "eval_logit_a");
        Map<Double, Integer> places = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            places.put(table.values("slate_id")[row], row);
        }
        double[] weights = new double[slates.size()];
        for (int slate = 0; slate < weights.length; slate++) {
            int first = slates.start(slate);
            Integer at = places.get(rows.slate(first));
            if (at == null) {
                throw new BadRequestException(
                        file + " has no row for the slate of " + rows.place(first) + "; it needs one for each");
            }
            int[] shown = rows.ranking(first, slates.end(slate), logging.length, file);
            weights[slate] = Pseudoinverse.ofRanking(column(logging, at), column(evaluated, at), shown);
        }
        return slates.withPseudoinverse(weights);
    }

    private static double[] column(double[][] byAction, int row) {
        return Arrays.stream(byAction).mapToDouble(values -> values[row]).toArray();
    }

    private static int actions(List<String> header, String prefix) {
        int actions = 0;
        while (header.contains(prefix + actions)) {
            actions++;
        }
        return Math.max(1, actions); // so that the first of them is told to be missing
    }

    private static double[][] numbered(NumberTable table, String prefix) {
        List<double[]> columns = new ArrayList<>();
        while (table.has(prefix + columns.size())) {
            columns.add(table.values(prefix + columns.size()));
        }
        return columns.toArray(double[][]::new);
    }
}
