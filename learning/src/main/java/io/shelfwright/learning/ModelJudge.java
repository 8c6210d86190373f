package io.shelfwright.learning;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.engine.plugins.InstanceBinder;
import io.shelfwright.engine.plugins.InstanceBinder.Bound;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.ScoreColumn;
import io.shelfwright.learning.evaluation.ServingCost;
import io.shelfwright.learning.gate.Evidence;
import io.shelfwright.learning.gate.PropensityHealth;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Measures a model's files on labelled rows, against the model in use, the heuristics and popularity; not thread-safe. */
final class ModelJudge {
    private static final String PRIOR = "prior";
    private static final int COST_ROWS = 1000;

    private final PluginRegistry plugins;
    private final LearningRequest request;
    private final Bindings bindings;
    private final Snapshot snapshot;
    private final LongSupplier cpuNanos;
    private @Nullable LoggedPagesTrial trial;

    /**
     * Makes one.
     *
     * @param snapshot whose catalog tells what items are
     * @param cpuNanos processor time of this thread
     */
    ModelJudge(
            PluginRegistry plugins,
            LearningRequest request,
            Bindings bindings,
            Snapshot snapshot,
            LongSupplier cpuNanos) {
        this.plugins = plugins;
        this.request = request;
        this.bindings = bindings;
        this.snapshot = snapshot;
        this.cpuNanos = cpuNanos;
    }

    /** Lets explored pages be asked again too. */
    ModelJudge with(LoggedPagesTrial value) {
        trial = value;
        return this;
    }

    /**
     * Measures.
     *
     * @param listeners the same as of the rows
     * @param test rows of listeners that no model has met
     * @param candidate directory of the model
     * @param live directory of the model in use, empty where there is none; then what was served stands for it
     * @param settings how to measure a table
     */
    Evidence evidence(
            Dataset dataset,
            int[] test,
            Predicate<String> listeners,
            Path candidate,
            Optional<Path> live,
            Function<ExampleTable, EvaluationSettings> settings) {
        FeatureSchema running = dataset.schema();
        try (Ranker ranker = ranker(candidate, running)) {
            List<String> differences = differences(ranker, running);
            if (!differences.isEmpty()) {
                throw new io.shelfwright.learning.report.Refusal(
                        "the model was trained on other features than the running transform gives: "
                                + String.join("; ", differences));
            }
            ScoredExamples examples = new ScoredExamples(dataset, test)
                    .model(
                            ScoreColumn.CANDIDATE,
                            ScoredRows.of(ranker, dataset.features(test)),
                            Calibration.read(candidate));
            boolean compared = live.isPresent() && live(examples, dataset, test, live.get());
            if (!compared) {
                examples.served(ScoreColumn.LIVE);
            }
            heuristics(examples, dataset, test);
            ExampleTable table = examples.popularity()
                    .table(context(PRIOR, running, name -> Optional.empty()).catalog());
            ServingCost cost = ServingCost.measure(
                    ranker,
                    dataset.features(Arrays.copyOf(test, Math.min(test.length, COST_ROWS))),
                    cpuNanos,
                    candidate);
            EvaluationReport report =
                    Evaluator.evaluate(table, settings.apply(table)).costs(Map.of(ScoreColumn.CANDIDATE, cost));
            Evidence evidence = Evidence.of(report).firstModel(live.isEmpty()).propensities(propensities());
            if (trial == null) {
                return evidence;
            }
            LoggedPagesTrial.Found found = ask(trial, listeners, ranker, candidate, live, running);
            return evidence.offPolicy(found.offPolicy()).parity(found.parity());
        }
    }

    private LoggedPagesTrial.Found ask(
            LoggedPagesTrial wanted,
            Predicate<String> listeners,
            Ranker ranker,
            Path candidate,
            Optional<Path> live,
            FeatureSchema running) {
        TrialModel judged = new TrialModel(ranker, Calibration.read(candidate));
        if (live.isEmpty()) {
            return wanted.ask(request, listeners, List.of(judged));
        }
        try (Ranker before = ranker(live.get(), running)) {
            List<TrialModel> models = differences(before, running).isEmpty()
                    ? List.of(judged, new TrialModel(before, Calibration.read(live.get())))
                    : List.of(judged);
            return wanted.ask(request, listeners, models);
        }
    }

    /** A live model of other features cannot score these rows: then what was served stands for it. */
    private boolean live(ScoredExamples examples, Dataset dataset, int[] test, Path directory) {
        try (Ranker ranker = ranker(directory, dataset.schema())) {
            if (!differences(ranker, dataset.schema()).isEmpty()) {
                return false;
            }
            examples.model(
                    ScoreColumn.LIVE, ScoredRows.of(ranker, dataset.features(test)), Calibration.read(directory));
            return true;
        }
    }

    private void heuristics(ScoredExamples examples, Dataset dataset, int[] test) {
        if (plugins.factory(PluginKind.RANKER, PRIOR).isEmpty()) {
            examples.served(ScoreColumn.HEURISTICS);
            return;
        }
        Problems problems = new Problems();
        Bound<Ranker> prior = new InstanceBinder(plugins, request.baseDirectory(), problems)
                .bind(
                        PluginKind.RANKER,
                        new InstanceSpec(PRIOR, PRIOR, ConfigFactory.empty().root(), PRIOR))
                .orElseThrow();
        try (Ranker ranker = prior.create(context(PRIOR, dataset.schema(), name -> Optional.empty()))
                .plugin()) {
            examples.order(ScoreColumn.HEURISTICS, ScoredRows.of(ranker, dataset.features(test)));
        }
    }

    private Ranker ranker(Path directory, FeatureSchema schema) {
        return bindings.ranker()
                .create(context(request.ranker(), schema, name -> Optional.of(directory)))
                .plugin();
    }

    private static List<String> differences(Ranker ranker, FeatureSchema running) {
        return ranker.trainedOn()
                .filter(trained -> !trained.fingerprint().equals(running.fingerprint()))
                .map(running::differences)
                .orElse(List.of());
    }

    private ModelContext context(String name, FeatureSchema schema, Function<String, Optional<Path>> models) {
        return new ModelContext(name, snapshot, schema, request.baseDirectory(), models);
    }

    private PropensityHealth propensities() {
        PropensityHealth.Sum sum = new PropensityHealth.Sum();
        new ExperienceLogReader(request.experience()).pages(page -> page.slots().forEach(slot -> {
            if (slot.explored() && slot.propensityValid()) {
                sum.add(slot.supportSize(), slot.propensity());
            }
        }));
        return sum.health();
    }
}
