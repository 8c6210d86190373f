package io.shelfwright.learning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.learning.gate.OffPolicyEvidence;
import io.shelfwright.learning.whatif.ModelTrial;
import io.shelfwright.learning.whatif.Reward;
import io.shelfwright.learning.whatif.WhatIfReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks logged, explored pages again what a candidate would have earned there; says why where that cannot be told. */
final class OffPolicyTrial {
    private final PluginRegistry plugins;
    private final LoggedEngine.@Nullable Source engines;
    private final int pages;

    /**
     * Makes a trial.
     *
     * @param engines opens the engine that built the pages; null where there is none
     * @param pages most pages to build again
     */
    OffPolicyTrial(PluginRegistry plugins, LoggedEngine.@Nullable Source engines, int pages) {
        this.plugins = plugins;
        this.engines = engines;
        this.pages = pages;
    }

    /**
     * Estimates.
     *
     * @param listeners whose pages count: those that no model has met
     * @param models the candidate, and the model in use if there is one
     */
    OffPolicyEvidence evidence(LearningRequest request, Predicate<String> listeners, List<TrialModel> models) {
        if (engines == null || pages == 0) {
            return OffPolicyEvidence.none(
                    pages == 0
                            ? "health.off-policy-pages of the shipping criteria is 0"
                            : "there is no engine here to build logged pages again");
        }
        request.progress().accept("asking explored pages again what the model would have earned");
        LabelRules rules = LabelRules.of(request.rules());
        try (LoggedEngine engine = engines.open()) {
            ModelTrial trial = new ModelTrial(
                    engine.odds()::along,
                    Reward.of(Reward.UTILITY, engine.objectives(), rules.policy(plugins)),
                    rules.windows(),
                    pages,
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
                            outcome.step() == 1 ? "by" : String.format(Locale.ROOT, "%.4g of the way to", outcome.step()),
                            models.size() < 2 ? "what was logged" : "the model in use"),
                    facts(outcome));
        } catch (ShelfwrightException e) {
            return OffPolicyEvidence.none(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> facts(ModelTrial.Outcome outcome) {
        ObjectNode json = outcome.report().json();
        json.put("step", outcome.step());
        ((ObjectNode) json.path("changed")).retain(List.of("IPW", "SNIPW", "DM", "DR", "SNDR"));
        return new ObjectMapper().convertValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
