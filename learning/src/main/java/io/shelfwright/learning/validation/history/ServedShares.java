package io.shelfwright.learning.validation.history;

import io.shelfwright.api.PageRecord;
import io.shelfwright.learning.validation.check.DataValidation;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.learning.validation.schema.ComparatorRule;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.FeatureRule;
import io.shelfwright.learning.validation.schema.HistogramKind;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.schema.SliceRule;
import io.shelfwright.learning.validation.schema.TableKeys;
import io.shelfwright.learning.validation.statistics.SliceSpec;
import io.shelfwright.learning.validation.table.MemoryTable;
import io.shelfwright.learning.validation.table.TableColumn;
import io.shelfwright.learning.validation.table.ValueType;
import java.util.List;
import java.util.Set;

/** Slices of listeners that had pages before and have none now, and how many pages are known to have been seen. */
final class ServedShares implements HistoryCheck {
    private static final String USER = "user_id";
    private static final String TIER = "tier";
    private static final String MARKET = "market";
    private static final String DEVICE = "device";
    private static final String SEEN = "impressions";

    /** Where a fifth fewer of the pages report impressions, something else is logged than before. */
    private static final ComparatorRule LOGGED =
            new ComparatorRule(0.2, null, null, null, HistogramKind.COMMON, Severity.ERROR, Severity.ERROR);

    private static final int LEAST_PAGES = 20;

    private final DataSchema schema;
    private final Set<String> seen;
    private final MemoryTable before = table("the pages before");
    private final MemoryTable latest = table("the latest pages");

    /**
     * Makes a check.
     *
     * @param rule how small a slice may become
     * @param seen names of the pages of which an impression was logged, as {@link #name} makes them
     */
    ServedShares(SliceRule rule, Set<String> seen) {
        this.seen = seen;
        schema = DataSchema.of(List.of(
                        category(TIER, ComparatorRule.NONE),
                        category(MARKET, ComparatorRule.NONE),
                        category(DEVICE, ComparatorRule.NONE),
                        category(SEEN, LOGGED)))
                .with(new TableKeys(List.of(), USER, "", "", List.of(USER)))
                .with(new SliceRule(
                        List.of(SliceSpec.parse(TIER), SliceSpec.parse(MARKET), SliceSpec.parse(DEVICE)),
                        LEAST_PAGES,
                        1,
                        rule.minRatio(),
                        rule.severity()));
    }

    private static FeatureRule category(String name, ComparatorRule drift) {
        return FeatureRule.of(name, ValueType.STRING).comparedBy(drift, ComparatorRule.NONE);
    }

    private static MemoryTable table(String name) {
        return new MemoryTable(
                name,
                List.of(
                        TableColumn.text(USER),
                        TableColumn.text(TIER),
                        TableColumn.text(MARKET),
                        TableColumn.text(DEVICE),
                        TableColumn.text(SEEN)));
    }

    static String name(String user, String request) {
        return user + "\n" + request;
    }

    @Override
    public void page(PageRecord page, boolean isLatest) {
        String user = page.page().userId();
        (isLatest ? latest : before)
                .add(
                        user,
                        page.tier().isEmpty() ? null : page.tier(),
                        page.market().isEmpty() ? null : page.market(),
                        page.device().isEmpty() ? null : page.device(),
                        seen.contains(name(user, page.page().requestId())) ? "logged" : "none");
    }

    @Override
    public List<Finding> findings() {
        return DataValidation.with(schema).previous(before).validate(latest).findings().stream()
                .filter(finding -> finding.type() == AnomalyType.SLICE_MISSING
                        || finding.type() == AnomalyType.SLICE_SHRUNKEN
                        || finding.type() == AnomalyType.COMPARATOR_L_INFTY_HIGH)
                .map(finding -> new Finding(
                        finding.type(),
                        finding.severity(),
                        finding.feature(),
                        finding.slice(),
                        Says.HISTORY,
                        finding.message(),
                        finding.facts()))
                .toList();
    }
}
