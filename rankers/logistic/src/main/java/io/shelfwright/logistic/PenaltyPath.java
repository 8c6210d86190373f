package io.shelfwright.logistic;

import io.shelfwright.spi.TrainingSet;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Fits one objective, where rows are held out along a path of ever weaker penalties (Friedman, Hastie, Tibshirani 2010).
 *
 * <p>A convex loss has no early step to stop at; stopping on the path is what early stopping is for other models. Each fit
 * starts from the one before, so that the path costs little more than its last fit.
 */
final class PenaltyPath {
    /** The path begins with {@code WEAKER ^ STEPS} times the penalty. */
    private static final int STEPS = 7;

    private static final double WEAKER = 4;

    /** Fewer held-out rows of a class than this say too little to stop by. */
    private static final int LEAST_HELD_OUT_ROWS = 20;

    private final LogisticTrainerSettings settings;
    private final TrainingSet data;
    private final int objective;
    private final Columns columns;
    private final Consumer<String> progress;
    private final int[] learning;
    private final int[] heldOut;
    private final String name;

    PenaltyPath(
            LogisticTrainerSettings settings,
            TrainingSet data,
            int objective,
            Columns columns,
            Consumer<String> progress) {
        this.settings = settings;
        this.data = data;
        this.objective = objective;
        this.columns = columns;
        this.progress = progress;
        learning = data.rows(false);
        heldOut = data.rows(true);
        name = data.objectives().get(objective);
    }

    /** Returns the weights of the penalty that suits the held-out rows best, of the weakest where there are too few. */
    Head fit(Classes classes) {
        LogisticLoss first = loss(learning, settings.l2());
        double[] start = new double[first.dimension()];
        start[0] = classes.logOdds() - meanOffset(classes.weight());
        if (!stops()) {
            Newton.Fit fit = Newton.minimise(first, start, classes.weight(), settings.maxSteps());
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: %d rows, %d terms, %s after %d steps, penalised log loss a row %.6f",
                    name,
                    learning.length,
                    first.dimension(),
                    fit.converged() ? "converged" : "stopped unconverged",
                    fit.steps(),
                    fit.loss() / classes.weight()));
            return head(first, fit.parameters());
        }
        return along(first, start, classes.weight());
    }

    private Head along(LogisticLoss shape, double[] start, double weight) {
        LogisticLoss judge = loss(heldOut, 0);
        double heldOutWeight = Classes.of(data, heldOut, objective).weight();
        double[] best = start;
        double[] next = start;
        double lowest = Double.POSITIVE_INFINITY;
        double bestPenalty = Double.NaN;
        int worse = 0;
        for (int step = STEPS; step >= 0 && worse < settings.earlyStoppingPenalties(); step--) {
            double penalty = settings.l2() * Math.pow(WEAKER, step);
            next = Newton.minimise(loss(learning, penalty), next, weight, settings.maxSteps())
                    .parameters();
            double loss = judge.logLoss(next) / heldOutWeight;
            progress.accept(
                    String.format(Locale.ROOT, "%s: penalty %.4g, held-out log loss %.6f", name, penalty, loss));
            worse = loss < lowest ? 0 : worse + 1;
            if (worse == 0) {
                lowest = loss;
                best = next;
                bestPenalty = penalty;
            }
        }
        progress.accept(String.format(
                Locale.ROOT,
                "%s: kept the penalty %.4g, held-out log loss %.6f on %d rows",
                name,
                bestPenalty,
                lowest,
                heldOut.length));
        return head(shape, best);
    }

    private boolean stops() {
        return settings.earlyStoppingPenalties() > 0
                && heldOut.length > 0
                && Classes.of(data, heldOut, objective).bothHave(LEAST_HELD_OUT_ROWS);
    }

    private LogisticLoss loss(int[] rows, double penalty) {
        return new LogisticLoss(data, rows, objective, columns, penalty);
    }

    private double meanOffset(double weight) {
        double sum = 0;
        for (int row : learning) {
            sum += (double) data.weight(row) * data.offset(row, objective);
        }
        return sum / weight;
    }

    private Head head(LogisticLoss loss, double[] parameters) {
        double[] weight = new double[columns.count()];
        double[] missing = new double[columns.count()];
        for (int column = 0; column < weight.length; column++) {
            weight[column] = loss.valueWeight(parameters, column);
            missing[column] = loss.missingWeight(parameters, column);
        }
        return new Head(name, parameters[0], weight, missing);
    }
}
