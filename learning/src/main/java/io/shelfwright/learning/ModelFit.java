package io.shelfwright.learning;

import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.InstanceBinder.Bound;
import io.shelfwright.engine.plugins.Lifecycle;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.TrainingSet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs a trainer, and the ranker that serves what it wrote. */
final class ModelFit {
    private final LearningRequest request;
    private final Bindings bindings;
    private final Snapshot snapshot;
    private final FeatureSchema schema;

    ModelFit(LearningRequest request, Bindings bindings, Snapshot snapshot, FeatureSchema schema) {
        this.request = request;
        this.bindings = bindings;
        this.snapshot = snapshot;
        this.schema = schema;
    }

    /** Returns whether a trainer can be given offsets. */
    boolean takesOffsets(Path directory) {
        return bindings.trainer().create(context(directory)).plugin().usesOffsets();
    }

    /**
     * Trains a model.
     *
     * @param directory empty
     * @throws Refusal if the trainer refuses the data, or takes too long: one that hangs is a reason not to publish, and no more
     */
    void train(Bound<RankerTrainer> trainer, TrainingSet data, Path directory, Consumer<String> progress) {
        Instance<RankerTrainer> made = trainer.create(context(directory));
        try {
            Lifecycle.within(made.guard().loader(), request.trainingDeadline(), "training", () -> {
                made.plugin().train(data, request.seed(), directory, progress);
                return true;
            });
        } catch (IllegalArgumentException e) {
            throw new Refusal("the trainer '" + request.factory() + "' refuses the data: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new Refusal(
                        "the trainer '" + request.factory() + "' was given up after "
                                + request.trainingDeadline().toSeconds()
                                + " s; train on less, or set resilience.training-deadline",
                        e);
            }
            throw e;
        }
    }

    /** Returns the ranker of a model that was just trained; the caller closes it. */
    Ranker ranker(Path directory) {
        Ranker ranker = bindings.ranker().create(context(directory)).plugin();
        ranker.trainedOn().ifPresent(trained -> {
            if (!trained.fingerprint().equals(schema.fingerprint())) {
                ranker.close();
                throw new Refusal("the trained model names the features " + trained + ", the data has " + schema + ": "
                        + String.join("; ", schema.differences(trained)));
            }
        });
        return ranker;
    }

    /** Returns what a model that was just trained says about rows. */
    ScoredRows score(Path directory, Dataset dataset, int[] rows) {
        try (Ranker ranker = ranker(directory)) {
            return ScoredRows.of(ranker, dataset.features(rows));
        }
    }

    private ModelContext context(Path directory) {
        return new ModelContext(
                request.ranker(),
                snapshot,
                schema,
                request.baseDirectory(),
                // Whatever name the ranker asks for, it shall see what was just trained.
                name -> Optional.of(directory));
    }
}
