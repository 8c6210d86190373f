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
        int[] rows = data.rows(false);
        Columns columns = Columns.of(data, rows);
        List<Head> heads = new ArrayList<>();
        for (int objective = 0; objective < data.objectives().size(); objective++) {
            String name = data.objectives().get(objective);
            Classes classes = Classes.of(data, rows, objective);
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
            heads.add(new PenaltyPath(settings, data, objective, columns, progress).fit(classes));
        }
        ModelFiles.write(
                directory,
                data.features().schema(),
                heads.stream().map(Head::objective).toList());
        WeightsFile.write(
                directory, data.features().schema(), new LogisticModel(columns.mean(), columns.deviation(), heads));
    }

    @Override
    public boolean usesOffsets() {
        return true;
    }
}
