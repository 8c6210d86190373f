package io.shelfwright.gbdt;

import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Trains one XGBoost model an objective and saves it as {@code OBJECTIVE.model.json}.
 *
 * <p>With the same number of threads the same data, seed and settings give the same bytes.
 */
final class GbdtTrainer implements RankerTrainer {
    /** Fewer rows than this that speak for (or against) a side objective are no ground for a model. */
    static final int LEAST_ROWS_OF_A_CLASS = 20;

    /** Objectives become file names. */
    private static final Pattern OBJECTIVE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private final GbdtTrainerSettings settings;

    GbdtTrainer(GbdtTrainerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
        requireUsable(data);
        int[] rows = GroupSplit.none(data).learning();
        List<String> trained = new ArrayList<>();
        for (int objective = 0; objective < data.objectives().size(); objective++) {
            String name = data.objectives().get(objective);
            Classes classes = Classes.of(data, objective, rows);
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
            byte[] model = new Boosting(settings, data, objective, seed, progress).run();
            trained.add(name);
            ModelFiles.write(directory, data.features().schema(), trained);
            write(directory.resolve(GbdtRanker.fileName(name)), model);
        }
    }

    @Override
    public boolean usesOffsets() {
        return true;
    }

    private static void requireUsable(TrainingSet data) {
        if (data.rows() == 0 || data.objectives().isEmpty() || data.features().columns() == 0) {
            throw new IllegalArgumentException("there is nothing to train on: " + data.rows() + " rows, "
                    + data.features().columns() + " features, "
                    + data.objectives().size() + " objectives");
        }
        for (String objective : data.objectives()) {
            if (!OBJECTIVE.matcher(objective).matches()) {
                throw new IllegalArgumentException("the objective '" + objective
                        + "' cannot name a file; allowed are letters, digits, '-' and '_'");
            }
        }
        for (int row = 0; row < data.rows(); row++) {
            if (!(data.weight(row) > 0) || Float.isInfinite(data.weight(row))) {
                throw new IllegalArgumentException(
                        "row " + row + " has the weight " + data.weight(row) + "; allowed is positive and finite");
            }
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the booster " + file, e);
        }
    }
}
