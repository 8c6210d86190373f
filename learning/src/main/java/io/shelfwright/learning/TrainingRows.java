package io.shelfwright.learning;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.training.HeldOutListeners;
import io.shelfwright.learning.training.PositionEffect;
import io.shelfwright.learning.training.WeightedRows;
import io.shelfwright.spi.TrainingSet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the listeners to learn from, some of whom are held out.
 *
 * @param rows with both weights
 * @param chosen numbers of the rows
 * @param mask whether each of them is held out
 * @param held numbers of those that are
 */
@SuppressWarnings("ArrayRecordComponent") // made once for a training, compared by nobody
record TrainingRows(WeightedRows rows, int[] chosen, boolean[] mask, int[] held) {

    static TrainingRows of(WeightedRows rows, int[] chosen, LearningRequest request) {
        boolean[] mask = HeldOutListeners.of(
                rows.judged(), chosen, request.rules().training().validationShare(), request.seed());
        int[] held = new int[chosen.length];
        int count = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (mask[i]) {
                held[count++] = chosen[i];
            }
        }
        return count == chosen.length
                ? new TrainingRows(rows, chosen, new boolean[chosen.length], new int[0])
                : new TrainingRows(rows, chosen, mask, Arrays.copyOf(held, count));
    }

    int learning() {
        return chosen.length - held.length;
    }

    int heldOut() {
        return held.length;
    }

    Dataset judged() {
        return rows.judged();
    }

    /** Returns the rows as trainers want them. */
    TrainingSet set(@Nullable PositionEffect effect) {
        TrainingSet set = rows.trained().trainingSet(chosen).withHeldOut(mask);
        return effect == null ? set : set.withOffsets(effect.offsets(rows.trained(), chosen));
    }
}
