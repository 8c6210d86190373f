package io.shelfwright.learning.validation.history;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.UserProfile;
import io.shelfwright.learning.validation.check.DataValidation;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.schema.SliceRule;
import io.shelfwright.learning.validation.statistics.SliceSpec;
import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tiers and markets that listeners are known of, and none of whom had a page: who never reached the log cannot be missed by the log itself.
 *
 * <p>One that has only fewer pages than it has listeners is a warning: listeners need not come equally often.
 */
final class ListenerShares {
    private static final String TIER = "tier";
    private static final String MARKET = "market";
    private static final int LEAST_LISTENERS = 20;

    private final DataSchema schema;
    private final Set<String> users = new HashSet<>();
    private final MemoryTable served = table("listeners with a page");

    ListenerShares(SliceRule rule) {
        schema = DataSchema.of(
                        List.of(FeatureRule.of(TIER, ValueType.STRING), FeatureRule.of(MARKET, ValueType.STRING)))
                .with(new SliceRule(
                        List.of(SliceSpec.parse(TIER), SliceSpec.parse(MARKET)),
                        LEAST_LISTENERS,
                        1,
                        rule.minRatio(),
                        rule.severity()));
    }

    private static MemoryTable table(String name) {
        return new MemoryTable(name, List.of(TableColumn.text(TIER), TableColumn.text(MARKET)));
    }

    void page(PageRecord page) {
        if (users.add(page.page().userId())) {
            served.add(page.tier().isEmpty() ? null : page.tier(), page.market().isEmpty() ? null : page.market());
        }
    }

    List<Finding> findings(KnownListeners known) {
        MemoryTable all = table("all known listeners");
        known.forEach(profile -> add(all, profile));
        if (all.size() == 0 || served.size() < LEAST_LISTENERS) {
            return List.of();
        }
        return DataValidation.with(schema).serving(all).validate(served).findings().stream()
                .filter(finding ->
                        finding.type() == AnomalyType.SLICE_MISSING || finding.type() == AnomalyType.SLICE_SHRUNKEN)
                .map(finding -> new Finding(
                        finding.type(),
                        finding.type() == AnomalyType.SLICE_MISSING ? finding.severity() : Severity.WARNING,
                        finding.feature(),
                        finding.slice(),
                        "listeners",
                        finding.message() + " (listeners with a page, and all that are known)",
                        finding.facts()))
                .toList();
    }

    private static void add(MemoryTable all, UserProfile profile) {
        all.add(
                profile.tier().isEmpty() ? null : profile.tier(),
                profile.market().isEmpty() ? null : profile.market());
    }
}
