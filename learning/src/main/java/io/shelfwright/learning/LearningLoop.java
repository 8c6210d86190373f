package io.shelfwright.learning;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.probe.TransformValues;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.ModelTraining.Trained;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.LoggedDataset;
import io.shelfwright.learning.dataset.Part;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.gate.CriteriaFile;
import io.shelfwright.learning.gate.Evidence;
import io.shelfwright.learning.gate.Gate;
import io.shelfwright.learning.gate.GateDecision;
import io.shelfwright.learning.gate.ShippingCriteria;
import io.shelfwright.learning.publication.Lineage;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.learning.training.WeightedRows;
import io.shelfwright.learning.validation.history.KnownListeners;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.source.TrainingValidation;
import io.shelfwright.spi.FeatureSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model out of the experience log: join, label, dataset, train, calibrate, evaluate, publish. Thread-safe.
 *
 * <p>A model is published only if every step worked; otherwise the snapshot in use stays in use and the report says why.
 */
public final class LearningLoop {
    private final PluginRegistry plugins;
    private final LoggedEngine.@Nullable Source engines;
    private final KnownListeners known;
    private final Consumer<ValidationReport> validated;

    /** Makes a loop that takes trainers, rankers, feature sets and label policies from these plugins. */
    public LearningLoop(PluginRegistry plugins) {
        this(plugins, null);
    }

    /**
     * Makes a loop that also estimates from explored pages what a model would have earned.
     *
     * @param engines opens the engine that built the pages of the log; null for none
     */
    public LearningLoop(PluginRegistry plugins, LoggedEngine.@Nullable Source engines) {
        this(plugins, engines, KnownListeners.NONE, report -> {});
    }

    private LearningLoop(
            PluginRegistry plugins,
            LoggedEngine.@Nullable Source engines,
            KnownListeners known,
            Consumer<ValidationReport> validated) {
        this.plugins = plugins;
        this.engines = engines;
        this.known = known;
        this.validated = validated;
    }

    /** Returns a loop that misses tiers and markets of listeners who are known of but have no page in the log. */
    public LearningLoop knowing(KnownListeners listeners) {
        return new LearningLoop(plugins, engines, listeners, validated);
    }

    /** Returns a loop that also gives what it found in the training data, one report for each time it gets so far. */
    public LearningLoop telling(Consumer<ValidationReport> reports) {
        return new LearningLoop(plugins, engines, known, reports);
    }

    /** Returns a loop over the plugins on the class path. */
    public static LearningLoop discover() {
        return new LearningLoop(PluginRegistry.discover(LearningLoop.class.getClassLoader()));
    }

    /**
     * Learns and publishes.
     *
     * @throws io.shelfwright.api.ConfigException if a factory or a setting is unknown or wrong
     * @throws io.shelfwright.api.ExperienceException if the log is damaged
     * @throws io.shelfwright.api.SnapshotException if there is no snapshot, or it cannot be read or written
     * @throws BadRequestException if the ranker's name cannot name a model
     */
    public LearningReport learn(LearningRequest request) {
        return learn(request, null);
    }

    /**
     * Learns and publishes, from a dataset that was made before instead of the log; otherwise as {@link #learn(LearningRequest)}.
     *
     * @param stored null for the log
     */
    public LearningReport learn(LearningRequest request, @Nullable StoredDataset stored) {
        requireModelName(request.ranker());
        Bindings bindings = Bindings.of(plugins, request);
        Snapshot snapshot = request.snapshots().open();
        List<ReportSection> sections = new ArrayList<>();
        try (ModelDirectory model = ModelDirectory.create()) {
            TransformValues transform = TransformCheck.require(request, bindings, snapshot);
            WeightedRows rows = stored == null
                    ? rows(request, bindings, snapshot, sections)
                    : rows(request, bindings.schema(snapshot, request.baseDirectory()), stored, sections);
            Trained trained = new ModelTraining(plugins, request, bindings, snapshot).train(rows, model.path());
            sections.addAll(trained.sections());
            requireSane(trained.evaluation());
            GateDecision decision = judge(request, bindings, snapshot, rows.judged(), model.path(), sections);
            if (!decision.blessed()) {
                return report(request, null, reasons(decision), sections);
            }
            transform.write(model.path());
            ModelCard.write(request, snapshot.version(), sections, model.path());
            Lineage lineage = new Lineage(
                    request.ranker(),
                    request.factory(),
                    Lineage.identity(rows.judged()),
                    snapshot.version(),
                    Lineage.codeVersion(),
                    request.seed());
            return report(request, publish(request, trained.evaluation(), lineage, model), List.of(), sections);
        } catch (Refusal e) {
            return report(request, null, List.of(String.valueOf(e.getMessage())), sections);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model of '" + request.ranker() + "'", e);
        }
    }

    private WeightedRows rows(
            LearningRequest request, FeatureSchema running, StoredDataset stored, List<ReportSection> sections) {
        request.progress().accept("reading dataset " + stored.version());
        if (!stored.schema().fingerprint().equals(running.fingerprint())) {
            throw new Refusal("dataset " + stored.version() + " went through another feature transform than the running"
                    + " one: " + String.join("; ", running.differences(stored.schema()))
                    + "; make a new dataset of pages that the running one served");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", stored.version());
        facts.put("schemaFingerprint", stored.manifest().fingerprint());
        facts.put("firstPage", stored.manifest().firstPage());
        facts.put("lastPage", stored.manifest().lastPage());
        facts.put("pages", stored.manifest().pages());
        facts.put("users", stored.manifest().users());
        facts.put("rows", stored.manifest().rows());
        facts.put("exploredRows", stored.manifest().exploredRows());
        facts.put("positives", stored.manifest().positives());
        facts.put("attribution", stored.manifest().attribution());
        facts.put("labels", stored.manifest().labels());
        sections.add(new ReportSection("dataset", facts));
        Dataset dataset = stored.load();
        TrainingValidation.requireStored(
                request.baseDirectory(), request.experience(), dataset, known, sections::add, validated);
        WeightedRows weighted = WeightedRows.of(dataset, request.rules().training());
        sections.add(weighted.section());
        weighted.require(request.rules().training());
        return weighted;
    }

    private WeightedRows rows(
            LearningRequest request, Bindings bindings, Snapshot snapshot, List<ReportSection> sections) {
        request.progress().accept("joining pages with what their users did");
        LabelRules labels = LabelRules.of(request.rules());
        LoggedDataset logged = LoggedDataset.read(
                new ExperienceLogReader(request.experience()),
                bindings.schema(snapshot, request.baseDirectory()),
                labels.policy(plugins),
                labels.windows(),
                sections::add);
        TrainingValidation.require(
                request.baseDirectory(), request.experience(), logged.dataset(), known, sections::add, validated);
        WeightedRows weighted =
                WeightedRows.of(logged.dataset(), request.rules().training());
        sections.add(weighted.section());
        weighted.require(request.rules().training());
        return weighted;
    }

    /** Judges by the shipping criteria beside the configuration, or by the default ones. */
    private GateDecision judge(
            LearningRequest request,
            Bindings bindings,
            Snapshot snapshot,
            Dataset dataset,
            Path model,
            List<ReportSection> sections) {
        request.progress().accept("comparing with the model in use");
        long split = request.rules().training().splitSeed();
        ShippingCriteria criteria = CriteriaFile.of(request.baseDirectory());
        Gate gate = new Gate(criteria);
        Evidence evidence = new ModelJudge(plugins, request, bindings, snapshot, ThreadTime::nanos)
                .with(new LoggedPagesTrial(plugins, engines, criteria.health()))
                .evidence(
                        dataset,
                        dataset.rows(Part.TEST, split),
                        user -> Part.of(user, split) == Part.TEST,
                        model,
                        snapshot.model(request.ranker()),
                        gate::settings);
        GateDecision decision = gate.judge(evidence);
        sections.add(GateSections.comparison(evidence.report()));
        sections.add(GateSections.offPolicy(evidence));
        sections.add(GateSections.gate(decision));
        return decision;
    }

    private static List<String> reasons(GateDecision decision) {
        String verdict = "the gate says " + decision.verdict().word() + ": ";
        return decision.reasons().stream().map(reason -> verdict + reason).toList();
    }

    /** The least a model must show to be compared at all. */
    private static void requireSane(Evaluation evaluation) {
        List<String> broken = evaluation.notFinite();
        if (!broken.isEmpty()) {
            throw new Refusal("these measures on the test rows are no numbers: " + String.join(", ", broken)
                    + "; the test listeners have no positives or no negatives, or the model does not score");
        }
        if (!(evaluation.auc() > 0.5)) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "the model orders unseen listeners' cards no better than chance: AUC %.4f, needed is above 0.5",
                    evaluation.auc()));
        }
    }

    private static String publish(
            LearningRequest request, Evaluation evaluation, Lineage lineage, ModelDirectory model) {
        String note = String.format(
                Locale.ROOT,
                "learned ranker %s (%s), test AUC %.4f",
                request.ranker(),
                request.factory(),
                evaluation.auc());
        request.progress().accept("publishing");
        return request.snapshots()
                .withFacts(lineage.facts())
                .publishModels(note, models -> model.copyTo(models.resolve(request.ranker())));
    }

    private static void requireModelName(String name) {
        Path path = Path.of(name);
        if (name.isBlank() || path.isAbsolute() || path.getNameCount() != 1 || name.startsWith(".")) {
            throw new BadRequestException(
                    "ranker '" + name + "' cannot name a model; allowed is the name of one directory, such as 'gbdt'");
        }
    }

    private static LearningReport report(
            LearningRequest request, @Nullable String version, List<String> reasons, List<ReportSection> sections) {
        return new LearningReport(request.ranker(), request.factory(), request.seed(), version, reasons, sections);
    }
}
