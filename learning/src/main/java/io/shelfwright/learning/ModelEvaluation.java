package io.shelfwright.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.LoggedDataset;
import io.shelfwright.learning.dataset.Part;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.gate.Evidence;
import io.shelfwright.learning.gate.HealthSettings;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.training.WeightedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures published models on logged, labelled pages. Thread-safe. */
public final class ModelEvaluation {
    private final PluginRegistry plugins;
    private final LongSupplier cpuNanos;

    /**
     * Makes one.
     *
     * @param cpuNanos processor time of the calling thread, such as {@link ThreadTime#nanos}
     */
    public ModelEvaluation(PluginRegistry plugins, LongSupplier cpuNanos) {
        this.plugins = plugins;
        this.cpuNanos = cpuNanos;
    }

    /**
     * Which models to compare.
     *
     * @param candidate version of the snapshot that holds the model to judge, empty for the one in use
     * @param baseline version of the one to compare with, empty for the model in use, or that before it
     * @param everyListener whether to measure on all listeners, also those that the models have learned from
     */
    public record Choice(String candidate, String baseline, boolean everyListener) {}

    /**
     * Measures.
     *
     * @param request names ranker, log and snapshots
     * @param settings how to measure a table
     * @throws BadRequestException if there is nothing to measure on
     * @throws io.shelfwright.api.SnapshotException if a snapshot or its model is missing
     */
    public Evidence evaluate(
            LearningRequest request, Choice choice, Function<ExampleTable, EvaluationSettings> settings) {
        return evaluate(request, choice, settings, null);
    }

    /**
     * Measures, and asks logged pages again: for their scores, and what the candidate would have earned in explored slots.
     *
     * @param engines opens the engine that built the pages of the log
     * @param health how many pages to ask
     */
    public Evidence evaluate(
            LearningRequest request,
            Choice choice,
            Function<ExampleTable, EvaluationSettings> settings,
            LoggedEngine.@Nullable Source engines,
            HealthSettings health) {
        return evaluate(request, choice, settings, new LoggedPagesTrial(plugins, engines, health));
    }

    private Evidence evaluate(
            LearningRequest request,
            Choice choice,
            Function<ExampleTable, EvaluationSettings> settings,
            @Nullable LoggedPagesTrial trial) {
        ModelVersions versions =
                ModelVersions.find(request.snapshots(), request.ranker(), choice.candidate(), choice.baseline());
        Bindings bindings = Bindings.of(plugins, request);
        try {
            request.progress().accept("joining pages with what their users did");
            LabelRules labels = LabelRules.of(request.rules());
            LoggedDataset logged = LoggedDataset.read(
                    new ExperienceLogReader(request.experience()),
                    bindings.schema(versions.snapshot(), request.baseDirectory()),
                    labels.policy(plugins),
                    labels.windows(),
                    section -> {});
            Dataset dataset = WeightedRows.of(logged.dataset(), request.rules().training())
                    .judged();
            long split = split(versions.candidate(), request.rules().training().splitSeed());
            int[] rows = choice.everyListener() ? every(dataset) : dataset.rows(Part.TEST, split);
            if (rows.length == 0) {
                throw new BadRequestException("none of the " + dataset.size()
                        + " logged cards is of a listener that was kept apart for testing; log pages of more"
                        + " listeners");
            }
            request.progress()
                    .accept("measuring on " + rows.length + " cards, against "
                            + (versions.baseline().isPresent()
                                    ? "the model of snapshot " + versions.baselineVersion()
                                    : "what was served, since there is no earlier model"));
            ModelJudge judge = new ModelJudge(plugins, request, bindings, versions.snapshot(), cpuNanos);
            return (trial == null ? judge : judge.with(trial))
                    .evidence(
                            dataset,
                            rows,
                            user -> choice.everyListener() || Part.of(user, split) == Part.TEST,
                            versions.candidate(),
                            versions.baseline(),
                            settings);
        } catch (Refusal e) {
            throw new BadRequestException(String.valueOf(e.getMessage()), e);
        }
    }

    private static int[] every(Dataset dataset) {
        int[] rows = new int[dataset.size()];
        Arrays.setAll(rows, row -> row);
        return rows;
    }

    /** The listeners that were kept apart are those of the split that the model was learned with. */
    private static long split(Path model, long otherwise) {
        Path card = model.resolve(ModelCard.FILE);
        try {
            return Files.exists(card)
                    ? new ObjectMapper()
                            .readTree(card.toFile())
                            .path("splitSeed")
                            .asLong(otherwise)
                    : otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the card of the model in " + model, e);
        }
    }
}
