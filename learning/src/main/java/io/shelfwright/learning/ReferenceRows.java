package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.dataset.Part;
import io.shelfwright.learning.watch.ReferenceStatistics;
import java.io.IOException;
import java.nio.file.Path;

/** Writes beside a model what it was trained on and what it predicts, for those who watch it live. */
final class ReferenceRows {
    /** More rows tell no more of a distribution. */
    private static final int MOST = 200_000;

    private ReferenceRows() {}

    /**
     * Writes the distributions of the training rows and of the predictions on the test rows.
     *
     * @param scored the test rows, as the model scores them
     */
    static void write(Dataset dataset, long split, int[] test, ScoredRows scored, Calibration curves, Path directory)
            throws IOException {
        int[] train = dataset.rows(Part.TRAIN, split);
        int step = Math.max(1, (train.length + MOST - 1) / MOST);
        int[] some = new int[(train.length + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = train[i * step];
        }
        String objective = scored.objectives().get(0);
        double[] predictions = new double[test.length];
        for (int i = 0; i < test.length; i++) {
            DatasetRow row = dataset.row(test[i]);
            predictions[i] = curves.curve(row.shelfKind(), objective).probability(scored.logit(i, 0));
        }
        ReferenceStatistics.of(dataset.features(some), predictions).write(directory);
    }
}
