package io.shelfwright.learning.validation.history;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Features of the listener that changed with what the listener did, and stand still now: they lag.
 *
 * <p>Two pages of a listener say something where the listener played, saved or followed something in between.
 */
final class StandingStill implements HistoryCheck {
    private static final String FAMILY = "user";
    private static final int LEAST_PAIRS = 30;
    private static final double LEAST_BEFORE = 0.3;
    private static final double KEPT = 0.5;
    private static final double STANDARD_ERRORS = 4;

    private final FeatureSchema schema;
    private final List<Integer> columns = new ArrayList<>();
    private final Map<String, TreeSet<Long>> deeds = new HashMap<>();
    private final Map<String, Last> last = new HashMap<>();
    private final long[][] moved;
    private final long[] pairs = new long[2];

    private record Last(long at, float[] values) {}

    StandingStill(FeatureSchema schema) {
        this.schema = schema;
        for (int i = 0; i < schema.size(); i++) {
            if (schema.features().get(i).family().equals(FAMILY)) {
                columns.add(i);
            }
        }
        moved = new long[2][columns.size()];
    }

    /** Takes in what a listener did, before any page. */
    void interaction(Interaction interaction) {
        if (interaction.type().isPositive()) {
            deeds.computeIfAbsent(interaction.userId(), user -> new TreeSet<>())
                    .add(interaction.time().toEpochMilli());
        }
    }

    @Override
    public void page(PageRecord page, boolean isLatest) {
        if (page.slots().isEmpty()) {
            return;
        }
        float[] row = page.slots().get(0).features();
        float[] values = new float[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[columns.get(i)];
        }
        long at = page.page().at().toEpochMilli();
        Last before = last.put(page.page().userId(), new Last(at, values));
        if (before == null || before.at() >= at || !didSomething(page.page().userId(), before.at(), at)) {
            return;
        }
        int part = isLatest ? 1 : 0;
        pairs[part]++;
        for (int i = 0; i < values.length; i++) {
            moved[part][i] += Float.compare(values[i], before.values()[i]) == 0 ? 0 : 1;
        }
    }

    private boolean didSomething(String user, long from, long until) {
        TreeSet<Long> of = deeds.get(user);
        Long next = of == null ? null : of.ceiling(from);
        return next != null && next < until;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < columns.size() && Math.min(pairs[0], pairs[1]) >= LEAST_PAIRS; i++) {
            double before = (double) moved[0][i] / pairs[0];
            double now = (double) moved[1][i] / pairs[1];
            double error = Math.sqrt(before * (1 - before) / pairs[0] + before * (1 - before) / pairs[1]);
            if (before >= LEAST_BEFORE && now < KEPT * before && before - now > STANDARD_ERRORS * error) {
                findings.add(Says.error(
                        AnomalyType.FEATURE_STANDS_STILL,
                        schema.features().get(columns.get(i)).name(),
                        now,
                        KEPT * before,
                        pairs[1],
                        "changed between " + Says.percent(now) + " of " + pairs[1]
                                + " latest pairs of pages between which the listener played or saved something, and between "
                                + Says.percent(before) + " of " + pairs[0] + " before: it lags"));
            }
        }
        return findings;
    }
}
