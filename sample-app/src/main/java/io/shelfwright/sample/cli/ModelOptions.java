package io.shelfwright.sample.cli;

import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.learning.LearningRequest;
import io.shelfwright.learning.ModelEvaluation;
import io.shelfwright.learning.ThreadTime;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.gate.Evidence;
import io.shelfwright.learning.gate.HealthSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which published models the verbs that judge them compare. */
final class ModelOptions {
    @Option(
            names = "--ranker",
            paramLabel = "R",
            description = "Ranker whose model is judged, by default ${DEFAULT-VALUE}.",
            defaultValue = "gbdt")
    private String ranker = "gbdt";

    @Option(
            names = "--candidate",
            paramLabel = "VERSION",
            description = "Snapshot that holds the model to judge, by default the one in use.",
            defaultValue = "")
    private String candidate = "";

    @Option(
            names = "--against",
            paramLabel = "VERSION",
            description =
                    "Snapshot that holds the model to compare with, by default the one in use, or the latest before it that"
                            + " had another.",
            defaultValue = "")
    private String against = "";

    @Option(
            names = "--all-listeners",
            description = "Measure on all listeners, also those that the model has learned from.")
    private boolean everyListener;

    /** Measures on logged rows. */
    Evidence evaluate(Workspace workspace, Function<ExampleTable, EvaluationSettings> settings, PrintWriter progress) {
        return evaluate(workspace, settings, progress, null);
    }

    /**
     * Measures on logged rows, and asks logged pages again.
     *
     * @param health how many logged pages to ask again; null to ask none
     */
    Evidence evaluate(
            Workspace workspace,
            Function<ExampleTable, EvaluationSettings> settings,
            PrintWriter progress,
            @Nullable HealthSettings health) {
        LearningRequest request = LearningRequest.of(
                        workspace.config(),
                        workspace.snapshots(),
                        workspace.data().experience(),
                        ranker)
                .progress(progress::println);
        try (ConfiguredPlugins plugins = workspace.plugins()) {
            ModelEvaluation evaluation = new ModelEvaluation(plugins.registry(), ThreadTime::nanos);
            ModelEvaluation.Choice choice = new ModelEvaluation.Choice(candidate, against, everyListener);
            return health == null
                    ? evaluation.evaluate(request, choice, settings)
                    : evaluation.evaluate(
                            request,
                            choice,
                            settings,
                            () -> LoggedEngines.asWritten(workspace, request.progress()),
                            health);
        }
    }

    /** Returns where the criteria of a data directory are. */
    static Path directory(Workspace workspace) {
        return workspace.config().baseDirectory();
    }
}
