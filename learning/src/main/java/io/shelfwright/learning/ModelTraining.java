package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.Part;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains, calibrates and evaluates, each on listeners of its own. */
final class ModelTraining {
    private final LearningRequest request;
    private final Bindings bindings;
    private final Snapshot snapshot;

    /** What was trained. */
    record Trained(Evaluation evaluation, List<ReportSection> sections) {}

    ModelTraining(LearningRequest request, Bindings bindings, Snapshot snapshot) {
        this.request = request;
        this.bindings = bindings;
        this.snapshot = snapshot;
    }

    /**
     * Writes a model with its calibration.
     *
     * @param directory empty
     * @throws Refusal if the data cannot train a model
     */
    Trained train(Dataset dataset, Path directory) {
        Consumer<String> progress = request.progress();
        int[] train = dataset.rows(Part.TRAIN, request.seed());
        int[] calibration = dataset.rows(Part.CALIBRATION, request.seed());
        int[] test = dataset.rows(Part.TEST, request.seed());
        requireRows(train, calibration, test);
        progress.accept("training on " + train.length + " rows, calibrating on " + calibration.length
                + ", evaluating on " + test.length);
        ModelContext context = new ModelContext(
                request.ranker(),
                snapshot,
                dataset.schema(),
                request.baseDirectory(),
                // Whatever name the ranker asks for, it shall see what was just trained.
                name -> Optional.of(directory));
        RankerTrainer trainer = bindings.trainer().create(context).plugin();
        try {
            trainer.train(dataset.trainingSet(train), request.seed(), directory, progress);
        } catch (IllegalArgumentException e) {
            throw new Refusal("the trainer '" + request.factory() + "' refuses the data: " + e.getMessage(), e);
        }
        try (Ranker ranker = bindings.ranker().create(context).plugin()) {
            requireSchema(ranker, dataset.schema());
            Calibration curves = new Calibrator(request.rules().minCalibrationRows())
                    .fit(dataset, calibration, ScoredRows.of(ranker, dataset.features(calibration)));
            curves.write(directory);
            Evaluation evaluation = Evaluation.of(dataset, test, ScoredRows.of(ranker, dataset.features(test)), curves);
            return new Trained(
                    evaluation, List.of(section(train, calibration, test, ranker.objectives()), evaluation.section()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the calibration to " + directory, e);
        }
    }

    private static void requireRows(int[] train, int[] calibration, int[] test) {
        if (train.length == 0 || calibration.length == 0 || test.length == 0) {
            throw new Refusal("the listeners are too few to keep some apart: " + train.length + " rows to train, "
                    + calibration.length + " to calibrate, " + test.length
                    + " to test; each needs listeners of its own, so log pages of more listeners");
        }
    }

    private static void requireSchema(Ranker ranker, FeatureSchema schema) {
        ranker.trainedOn().ifPresent(trained -> {
            if (!trained.fingerprint().equals(schema.fingerprint())) {
                throw new Refusal("the trained model names the features " + trained + ", the data has " + schema + ": "
                        + String.join("; ", schema.differences(trained)));
            }
        });
    }

    private ReportSection section(int[] train, int[] calibration, int[] test, List<String> objectives) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("trainer", request.factory());
        facts.put("trainerSettings", bindings.trainer().settings().toString());
        facts.put("trainRows", train.length);
        facts.put("calibrationRows", calibration.length);
        facts.put("testRows", test.length);
        facts.put("objectives", objectives);
        return new ReportSection("training", facts);
    }
}
