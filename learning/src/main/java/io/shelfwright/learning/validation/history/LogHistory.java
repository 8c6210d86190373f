package io.shelfwright.learning.validation.history;

import io.shelfwright.api.InteractionType;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.spi.FeatureSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the latest part of an experience log against the part before, and its listeners against all that are known: what is wrong with the
 * log itself shows in no comparison of the log with what was made of it.
 *
 * <p>The latest part is a fifth of the log's time, at least a day. A feature that the schema does not validate (its lifecycle) is passed over.
 */
public final class LogHistory {
    private LogHistory() {}

    /**
     * Looks for slices of listeners that are gone, impressions that are no longer logged, features that are missing without those that
     * used to be missing with them, that have other values for the same item of the same snapshot, or that stand still.
     *
     * @param features the transform whose pages are looked at
     * @param schema its rule of slices, and the lifecycle of features
     * @param known all listeners, {@link KnownListeners#NONE} where nobody knows
     */
    public static ValidationReport check(
            ExperienceLogReader log, FeatureSchema features, DataSchema schema, KnownListeners known) {
        Optional<HistorySpan> span = HistorySpan.of(log, features.fingerprint());
        StandingStill still = new StandingStill(features);
        Set<String> seen = new HashSet<>();
        log.interactions(interaction -> {
            still.interaction(interaction);
            if (interaction.type() == InteractionType.IMPRESSION) {
                seen.add(ServedShares.name(interaction.userId(), interaction.requestId()));
            }
        });
        List<HistoryCheck> checks = List.of(
                new ServedShares(schema.slices(), seen),
                new MissingTogether(features),
                new ItemConstants(features),
                still);
        ListenerShares listeners = new ListenerShares(schema.slices());
        long[] pages = new long[2];
        HistorySpan cut = span.orElse(new HistorySpan(Instant.MIN, Instant.MAX));
        cut.pages(log, features.fingerprint(), (page, latest) -> {
            pages[latest ? 1 : 0]++;
            listeners.page(page);
            checks.forEach(check -> check.page(page, latest));
        });
        List<Finding> findings = new ArrayList<>(listeners.findings(known));
        List<String> notes = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        if (span.isPresent()) {
            checks.forEach(check -> findings.addAll(check.findings()));
            facts.put("latestFrom", cut.latest().toString());
            facts.put("latestPages", pages[1]);
            facts.put("pagesBefore", pages[0]);
        } else {
            notes.add(
                    "history: the log holds less than two days, so that there is no latest part to hold against the one before");
        }
        findings.removeIf(finding -> schema.feature(finding.feature())
                .map(rule -> !rule.lifecycle().validated())
                .orElse(false));
        return new ValidationReport("experience log", "", facts, findings, List.of(), notes);
    }
}
