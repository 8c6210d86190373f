package io.shelfwright.learning;

import io.shelfwright.engine.plugins.InstanceBinder.Bound;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.training.PositionCorrection;
import io.shelfwright.learning.training.PositionEffect;
import io.shelfwright.spi.RankerTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A model and, where the place is an input, the effect of the place: each is fitted to what the other leaves unexplained.
 *
 * <p>The effect starts from the logged examination; one round of refitting by the held-out listeners corrects what the
 * examination model got wrong.
 */
final class PlacedModel {
    private static final int REFITS = 2;

    private final LearningRequest request;
    private final ModelFit fit;
    private final TrainingRows rows;
    private @Nullable PositionEffect effect;

    PlacedModel(LearningRequest request, ModelFit fit, TrainingRows rows) {
        this.request = request;
        this.fit = fit;
        this.rows = rows;
        effect = request.rules().training().positionCorrection() == PositionCorrection.INPUT
                ? PositionEffect.ofExamination(request.rules().training())
                : null;
    }

    /** Trains into an empty directory. */
    void train(Bound<RankerTrainer> trainer, Path directory) {
        for (int round = 0; round < REFITS && effect != null && rows.heldOut() > 0; round++) {
            effect = refitted(trainer, effect);
            request.progress().accept("the effect of places is fitted, round " + (round + 1) + " of " + REFITS);
        }
        fit.train(trainer, rows.set(effect), directory, request.progress());
    }

    private PositionEffect refitted(Bound<RankerTrainer> trainer, PositionEffect start) {
        try (ModelDirectory attempt = ModelDirectory.create()) {
            fit.train(trainer, rows.set(start), attempt.path(), line -> {});
            return start.refit(rows.judged(), rows.held(), main(fit.score(attempt.path(), rows.judged(), rows.held())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a model to fit the effect of places by", e);
        }
    }

    private static float[] main(ScoredRows scored) {
        float[] logits = new float[scored.logits().length / scored.objectives().size()];
        for (int row = 0; row < logits.length; row++) {
            logits[row] = scored.logit(row, 0);
        }
        return logits;
    }

    /** Returns what the place of a row adds to its log-odds. */
    ToDoubleFunction<DatasetRow> effect() {
        PositionEffect known = effect;
        return known == null ? row -> 0 : known::of;
    }
}
