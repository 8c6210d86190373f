package io.shelfwright.learning;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.LoggedDataset;
import io.shelfwright.learning.dataset.Part;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ScoreColumn;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.training.WeightedRows;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains a model anew without a group of features and says what it loses. Thread-safe.
 *
 * <p>The columns are missing in training and in scoring, so the trainer may make up for them with others: what is measured is
 * what a group adds to the rest, not what it is worth alone. Models are not calibrated here and allow for no places as an input;
 * nothing is published.
 */
public final class FeatureAblation {
    private final PluginRegistry plugins;

    public FeatureAblation(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /**
     * Trains one model with all features and one without each group.
     *
     * @param groups groups (what stands before the dot of a name) or features; empty for every group
     * @throws BadRequestException if there is no such group, or the log cannot train a model
     */
    public AblationReport run(LearningRequest request, List<String> groups, EvaluationSettings settings) {
        Bindings bindings = Bindings.of(plugins, request);
        Snapshot snapshot = request.snapshots().open();
        try {
            LabelRules labels = LabelRules.of(request.rules());
            LoggedDataset logged = LoggedDataset.read(
                    new ExperienceLogReader(request.experience()),
                    bindings.schema(snapshot, request.baseDirectory()),
                    labels.policy(plugins),
                    labels.windows(),
                    section -> {});
            WeightedRows rows =
                    WeightedRows.of(logged.dataset(), request.rules().training());
            rows.require(request.rules().training());
            return run(request, bindings, snapshot, rows, groups, settings);
        } catch (Refusal e) {
            throw new BadRequestException(String.valueOf(e.getMessage()), e);
        }
    }

    private static AblationReport run(
            LearningRequest request,
            Bindings bindings,
            Snapshot snapshot,
            WeightedRows rows,
            List<String> groups,
            EvaluationSettings settings) {
        Dataset dataset = rows.judged();
        Map<String, int[]> columns = FeatureGroups.of(dataset.schema(), groups);
        long split = request.rules().training().splitSeed();
        int[] train = dataset.rows(Part.TRAIN, split);
        int[] test = dataset.rows(Part.TEST, split);
        if (train.length == 0 || test.length == 0) {
            throw new Refusal("the listeners are too few: " + train.length + " cards to train, " + test.length
                    + " to test; log pages of more listeners");
        }
        ModelFit fit = new ModelFit(request, bindings, snapshot, dataset.schema());
        TrainingRows training = TrainingRows.of(rows, train, request);
        request.progress().accept("training with all features");
        ScoredRows full = scored(request, bindings, fit, training, test, new int[0]);
        Map<String, EvaluationReport> reports = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        columns.forEach((group, missing) -> {
            request.progress().accept("training without " + group);
            ScoredRows less = scored(request, bindings, fit, training, test, missing);
            reports.put(
                    group,
                    Evaluator.evaluate(
                            new ScoredExamples(dataset, test)
                                    .model(ScoreColumn.CANDIDATE, less, Calibration.IDENTITY)
                                    .model(ScoreColumn.LIVE, full, Calibration.IDENTITY)
                                    .build(),
                            settings));
            sizes.put(group, missing.length);
        });
        return new AblationReport(request.ranker(), test.length, sizes, reports);
    }

    private static ScoredRows scored(
            LearningRequest request,
            Bindings bindings,
            ModelFit fit,
            TrainingRows training,
            int[] test,
            int[] missing) {
        try (ModelDirectory directory = ModelDirectory.create()) {
            Path model = directory.path();
            fit.train(bindings.trainer(), without(training, missing), model, line -> {});
            try (Ranker ranker = fit.ranker(model)) {
                return ScoredRows.of(
                        ranker, FeatureGroups.without(training.judged().features(test), missing));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a model of '" + request.ranker() + "' to compare", e);
        }
    }

    private static TrainingSet without(TrainingRows training, int[] missing) {
        TrainingSet set = training.set(null);
        int objectives = set.objectives().size();
        float[] labels = new float[set.rows() * objectives];
        float[] weights = new float[set.rows()];
        int[] groups = new int[set.rows()];
        for (int row = 0; row < set.rows(); row++) {
            for (int o = 0; o < objectives; o++) {
                labels[row * objectives + o] = set.label(row, o);
            }
            weights[row] = set.weight(row);
            groups[row] = set.group(row);
        }
        return new TrainingSet(
                        FeatureGroups.without(set.features(), missing), set.objectives(), labels, weights, groups)
                .withHeldOut(training.mask());
    }
}
