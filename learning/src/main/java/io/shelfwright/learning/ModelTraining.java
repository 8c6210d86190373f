package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.HyperparameterSearch.Found;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.Part;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.learning.training.PositionCorrection;
import io.shelfwright.learning.training.WeightedRows;
import io.shelfwright.spi.Ranker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches settings, trains, calibrates and evaluates, each on listeners of its own. */
final class ModelTraining {
    private final PluginRegistry plugins;
    private final LearningRequest request;
    private final Bindings bindings;
    private final Snapshot snapshot;

    /** What was trained. */
    record Trained(Evaluation evaluation, List<ReportSection> sections) {}

    ModelTraining(PluginRegistry plugins, LearningRequest request, Bindings bindings, Snapshot snapshot) {
        this.plugins = plugins;
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
    Trained train(WeightedRows rows, Path directory) {
        Dataset dataset = rows.judged();
        long split = request.rules().training().splitSeed();
        int[] train = dataset.rows(Part.TRAIN, split);
        int[] calibration = dataset.rows(Part.CALIBRATION, split);
        int[] test = dataset.rows(Part.TEST, split);
        requireRows(train, calibration, test);
        ModelFit fit = new ModelFit(request, bindings, snapshot, dataset.schema());
        requireOffsets(fit, directory);
        TrainingRows training = TrainingRows.of(rows, train, request);
        List<ReportSection> sections = new ArrayList<>();
        Bindings chosen = bindings;
        if (request.trials() > 0) {
            Found found = new HyperparameterSearch(plugins, request, fit, training).run();
            sections.add(found.section());
            chosen = found.bindings();
        }
        request.progress()
                .accept("training on " + training.learning() + " rows, stopping by " + training.heldOut()
                        + ", calibrating on " + calibration.length + ", evaluating on " + test.length);
        PlacedModel model = new PlacedModel(request, fit, training);
        model.train(chosen.trainer(), directory);
        try (Ranker ranker = fit.ranker(directory)) {
            Calibrator calibrator = new Calibrator(request.rules().training().minCalibrationRows(), model.effect());
            Calibration curves =
                    calibrator.fit(dataset, calibration, ScoredRows.of(ranker, dataset.features(calibration)));
            curves.write(directory);
            sections.add(section(chosen, training, calibration, test, ranker.objectives()));
            sections.add(calibrator.section());
            ScoredRows scored = ScoredRows.of(ranker, dataset.features(test));
            Evaluation evaluation = Evaluation.of(dataset, test, scored, curves);
            ReferenceRows.write(dataset, split, test, scored, curves, directory);
            sections.add(evaluation.section());
            return new Trained(evaluation, List.copyOf(sections));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the calibration to " + directory, e);
        }
    }

    private void requireOffsets(ModelFit fit, Path directory) {
        if (request.rules().training().positionCorrection() == PositionCorrection.INPUT
                && !fit.takesOffsets(directory)) {
            throw new Refusal("learning.training.position-correction is input, but the trainer '" + request.factory()
                    + "' takes no offsets; allowed with it are none and inverse-examination");
        }
    }

    private static void requireRows(int[] train, int[] calibration, int[] test) {
        if (train.length == 0 || calibration.length == 0 || test.length == 0) {
            throw new Refusal("the listeners are too few to keep some apart: " + train.length + " rows to train, "
                    + calibration.length + " to calibrate, " + test.length
                    + " to test; each needs listeners of its own, so log pages of more listeners");
        }
    }

    private ReportSection section(
            Bindings used, TrainingRows training, int[] calibration, int[] test, List<String> objectives) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("trainer", request.factory());
        facts.put("trainerSettings", used.trainer().settings().toString());
        facts.put("trainRows", training.learning());
        facts.put("heldOutRows", training.heldOut());
        facts.put("calibrationRows", calibration.length);
        facts.put("testRows", test.length);
        facts.put("objectives", objectives);
        return new ReportSection("training", facts);
    }
}
