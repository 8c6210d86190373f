package io.shelfwright.learning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.gate.HealthSettings;
import io.shelfwright.learning.gate.OffPolicyEvidence;
import io.shelfwright.learning.gate.ParityEvidence;
import io.shelfwright.learning.whatif.ModelTrial;
import io.shelfwright.learning.whatif.Reward;
import io.shelfwright.learning.whatif.WhatIfReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks logged pages again: whether the model that served them gives their scores again, and what a candidate would have earned in their
 * explored slots. Says why where that cannot be told.
 */
final class LoggedPagesTrial {
    private final PluginRegistry plugins;
    private final LoggedEngine.@Nullable Source engines;
    private final HealthSettings health;

    /** What logged pages say. */
    record Found(OffPolicyEvidence offPolicy, ParityEvidence parity) {}

    /**
     * Makes a trial.
     *
     * @param engines opens the engine that built the pages; null where there is none
     * @param health how many pages to ask
     */
    LoggedPagesTrial(PluginRegistry plugins, LoggedEngine.@Nullable Source engines, HealthSettings health) {
        this.plugins = plugins;
        this.engines = engines;
        this.health = health;
    }

    /**
     * Asks.
     *
     * @param listeners whose explored pages count: those that no model has met
     * @param models the candidate, and the model in use if there is one
     */
    Found ask(LearningRequest request, Predicate<String> listeners, List<TrialModel> models) {
        if (engines == null) {
            return new Found(
                    OffPolicyEvidence.none("there is no engine here to build logged pages again"),
                    parity(request, request.snapshots(), page -> true));
        }
        try (LoggedEngine engine = engines.open()) {
            ParityEvidence parity = parity(request, engine.snapshots(), engine::holds);
            return new Found(offPolicy(request, engine, listeners, models), parity);
        } catch (ShelfwrightException e) {
            String reason = String.valueOf(e.getMessage());
            return new Found(OffPolicyEvidence.none(reason), ParityEvidence.none(reason));
        }
    }

    private ParityEvidence parity(LearningRequest request, SnapshotStore snapshots, Predicate<PageRecord> wanted) {
        if (health.parityPages() == 0) {
            return ParityEvidence.none("health.parity-pages of the shipping criteria is 0");
        }
        try {
            ScoreParityReport report =
                    new ScoreParity(plugins).newest(request, snapshots, wanted, health.parityPages());
            return report.rows() == 0
                    ? ParityEvidence.none("no logged page of the running features was ranked by '" + request.ranker()
                            + "' from a snapshot that is still there")
                    : new ParityEvidence(report.pages(), report.rows(), report.mismatches(), report.examples());
        } catch (ShelfwrightException e) {
            return ParityEvidence.none(String.valueOf(e.getMessage()));
        }
    }

    private OffPolicyEvidence offPolicy(
            LearningRequest request, LoggedEngine engine, Predicate<String> listeners, List<TrialModel> models) {
        if (health.offPolicyPages() == 0) {
            return OffPolicyEvidence.none("health.off-policy-pages of the shipping criteria is 0");
        }
        request.progress().accept("asking explored pages again what the model would have earned");
        LabelRules rules = LabelRules.of(request.rules());
        try {
            ModelTrial trial = new ModelTrial(
                    engine.odds()::along,
                    Reward.of(Reward.UTILITY, engine.objectives(), rules.policy(plugins)),
                    rules.windows(),
                    health.offPolicyPages(),
                    request.progress());
            ModelTrial.Outcome outcome = trial.estimate(
                    new ExperienceLogReader(request.experience()),
                    page -> listeners.test(page.page().userId()) && engine.holds(page),
                    models);
            WhatIfReport report = outcome.report();
            return new OffPolicyEvidence(
                    report.difference(),
                    report.refusals(),
                    String.format(
                            Locale.ROOT,
                            "in the explored slots of a page, of %,d pages of %,d listeners, %s its own choice, against %s",
                            report.pages(),
                            report.units(),
                            outcome.step() == 1
                                    ? "by"
                                    : String.format(Locale.ROOT, "%.4g of the way to", outcome.step()),
                            models.size() < 2 ? "what was logged" : "the model in use"),
                    facts(outcome));
        } catch (ShelfwrightException e) {
            return OffPolicyEvidence.none(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> facts(ModelTrial.Outcome outcome) {
        ObjectNode json = outcome.report().json();
        json.put("step", outcome.step());
        json.set("slates", outcome.slates());
        ((ObjectNode) json.path("changed")).retain(List.of("IPW", "SNIPW", "DM", "DR", "SNDR"));
        return new ObjectMapper().convertValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
