package io.shelfwright.learning;

import com.typesafe.config.ConfigObject;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.learning.training.PositionCorrection;
import io.shelfwright.learning.training.PositionEffect;
import io.shelfwright.learning.training.SearchSpace;
import io.shelfwright.learning.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tries settings of a trainer at random (Bergstra, Bengio 2012) and keeps those with the least loss on held-out listeners.
 *
 * <p>The first trial is what is configured, so that a search never makes it worse there. It stops early when it no longer
 * improves. The same seed draws the same settings.
 */
final class HyperparameterSearch {
    private final PluginRegistry plugins;
    private final LearningRequest request;
    private final ModelFit fit;
    private final TrainingRows rows;
    private final @Nullable PositionEffect effect;

    /**
     * What was found.
     *
     * @param bindings of the best settings
     */
    record Found(Bindings bindings, ReportSection section) {}

    HyperparameterSearch(PluginRegistry plugins, LearningRequest request, ModelFit fit, TrainingRows rows) {
        this.plugins = plugins;
        this.request = request;
        this.fit = fit;
        this.rows = rows;
        TrainingSettings settings = request.rules().training();
        effect = settings.positionCorrection() == PositionCorrection.INPUT
                ? PositionEffect.ofExamination(settings)
                : null;
    }

    /**
     * Searches.
     *
     * @throws Refusal if no listeners are held out, or the trainer declares nothing to search
     */
    Found run() {
        Bindings best = Bindings.of(plugins, request);
        SearchSpace space = SearchSpace.of(
                best.trainer().factory().settingsType(),
                request.trainerSettings().keySet());
        if (rows.heldOut() == 0 || space.keys().isEmpty()) {
            throw new Refusal(
                    rows.heldOut() == 0
                            ? "a search needs listeners that are held out; log pages of more listeners"
                            : "the trainer '" + request.factory()
                                    + "' has no setting left to search; take --set or learning.trainers back, or"
                                    + " --tune");
        }
        SplittableRandom random = new SplittableRandom(request.seed());
        double first = loss(best);
        double lowest = first;
        String words = "as configured";
        tell(1, first, lowest, words);
        int tried = 1;
        int bestTrial = 1;
        while (tried < request.trials()
                && tried - bestTrial < request.rules().training().tuningPatience()) {
            tried++;
            Map<String, String> drawn = space.draw(random);
            ConfigObject settings = SearchSpace.settings(drawn);
            Bindings bindings = Bindings.of(plugins, request.trainerSettings(settings));
            double loss = lossOrWorst(bindings);
            if (loss < lowest) {
                lowest = loss;
                best = bindings;
                bestTrial = tried;
                words = words(drawn);
            }
            tell(tried, loss, lowest, words(drawn));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("trials", tried);
        facts.put("stoppedEarly", tried < request.trials());
        facts.put("searched", space.keys().toString());
        facts.put("heldOutRows", rows.heldOut());
        facts.put("lossAsConfigured", first);
        facts.put("lowestLoss", lowest);
        facts.put("bestTrial", bestTrial);
        facts.put("best", words);
        return new Found(best, new ReportSection("tuning", facts));
    }

    private void tell(int trial, double loss, double lowest, String words) {
        request.progress()
                .accept(String.format(
                        Locale.ROOT,
                        "search %d/%d: held-out log loss %.5f, lowest %.5f, %s",
                        trial,
                        request.trials(),
                        loss,
                        lowest,
                        words));
    }

    private static String words(Map<String, String> drawn) {
        StringBuilder words = new StringBuilder();
        drawn.forEach((key, value) -> words.append(words.isEmpty() ? "" : ", ")
                .append(key)
                .append(" = ")
                .append(value));
        return words.toString();
    }

    /** Settings that the data refuses, such as a step size with which the loss diverges, have lost. */
    private double lossOrWorst(Bindings bindings) {
        try {
            return loss(bindings);
        } catch (Refusal e) {
            request.progress().accept(String.valueOf(e.getMessage()));
            return Double.POSITIVE_INFINITY;
        }
    }

    private double loss(Bindings bindings) {
        try (ModelDirectory attempt = ModelDirectory.create()) {
            fit.train(bindings.trainer(), rows.set(effect), attempt.path(), line -> {});
            ScoredRows scored = fit.score(attempt.path(), rows.judged(), rows.held());
            PositionEffect known = effect;
            ToDoubleFunction<DatasetRow> offset = known == null ? row -> 0 : known::of;
            double loss = 0;
            double weight = 0;
            for (int i = 0; i < rows.held().length; i++) {
                DatasetRow row = rows.judged().row(rows.held()[i]);
                double logit = scored.logit(i, 0) + offset.applyAsDouble(row);
                double softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
                loss += row.weight() * (softplus - row.labels()[0] * logit);
                weight += row.weight();
            }
            return loss / weight;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a model of the search", e);
        }
    }
}
