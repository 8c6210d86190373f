package io.shelfwright.logistic;

import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.TrainingSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Fits one logistic regression an objective; a row of weight 2 counts exactly as the same row twice.
 *
 * <p>The minimum is unique and found without chance, so the seed has no effect.
 */
final class LogisticTrainer implements RankerTrainer {
    /** Fewer rows than this that speak for (or against) a side objective are no ground for a model. */
    static final int LEAST_ROWS_OF_A_CLASS = 20;

    private final LogisticTrainerSettings settings;

    LogisticTrainer(LogisticTrainerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
        Classes.requireUsable(data);
        Columns columns = Columns.of(data);
        List<Head> heads = new ArrayList<>();
        for (int objective = 0; objective < data.objectives().size(); objective++) {
            String name = data.objectives().get(objective);
            Classes classes = Classes.of(data, objective);
            if (objective == 0) {
                classes.requireBoth(name);
            } else if (!classes.bothHave(LEAST_ROWS_OF_A_CLASS)) {
                progress.accept(String.format(
                        Locale.ROOT,
                        "%s: skipped, %d rows for and %d against, needed are %d of each",
                        name,
                        classes.rowsFor(),
                        classes.rowsAgainst(),
                        LEAST_ROWS_OF_A_CLASS));
                continue;
            }
            heads.add(fit(data, objective, columns, classes, progress));
        }
        ModelFiles.write(
                directory,
                data.features().schema(),
                heads.stream().map(Head::objective).toList());
        WeightsFile.write(
                directory, data.features().schema(), new LogisticModel(columns.mean(), columns.deviation(), heads));
    }

    private Head fit(TrainingSet data, int objective, Columns columns, Classes classes, Consumer<String> progress) {
        String name = data.objectives().get(objective);
        LogisticLoss loss = new LogisticLoss(data, objective, columns, settings.l2());
        Newton.Fit fit = Newton.minimise(loss, classes.logOdds(), classes.weight(), settings.maxSteps());
        progress.accept(String.format(
                Locale.ROOT,
                "%s: %d rows, %d terms, %s after %d steps, penalised log loss a row %.6f",
                name,
                data.rows(),
                loss.dimension(),
                fit.converged() ? "converged" : "stopped unconverged",
                fit.steps(),
                fit.loss() / classes.weight()));
        double[] weight = new double[columns.count()];
        double[] missing = new double[columns.count()];
        for (int column = 0; column < weight.length; column++) {
            weight[column] = loss.valueWeight(fit.parameters(), column);
            missing[column] = loss.missingWeight(fit.parameters(), column);
        }
        return new Head(name, fit.parameters()[0], weight, missing);
    }
}
