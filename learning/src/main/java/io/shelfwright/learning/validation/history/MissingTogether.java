package io.shelfwright.learning.validation.history;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Features that were always missing together, or never, and are now missing alone.
 *
 * <p>How often a feature is missing depends on which cards are shown; with what it is missing does not, so this sees values that get lost
 * on the way long before their share does.
 */
final class MissingTogether implements HistoryCheck {
    private static final int LEAST_ROWS = 500;
    private static final int LEAST_LATEST = 50;
    private static final int LEAST_MISSING = 50;
    private static final double MOST = 0.05;

    private final FeatureSchema schema;
    private final Part before;
    private final Part latest;

    /** Counts of one part of the log: rows, rows in which a feature is missing, and those in which it is without another. */
    private static final class Part {
        private final long[] missing;
        private final long[][] alone;
        private long rows;

        Part(int size) {
            missing = new long[size];
            alone = new long[size][size];
        }

        void add(float[] values) {
            rows++;
            for (int i = 0; i < missing.length; i++) {
                if (Float.isNaN(values[i])) {
                    missing[i]++;
                    for (int j = 0; j < missing.length; j++) {
                        alone[i][j] += Float.isNaN(values[j]) ? 0 : 1;
                    }
                }
            }
        }
    }

    MissingTogether(FeatureSchema schema) {
        this.schema = schema;
        before = new Part(schema.size());
        latest = new Part(schema.size());
    }

    @Override
    public void page(PageRecord page, boolean isLatest) {
        for (SlotRecord slot : page.slots()) {
            (isLatest ? latest : before).add(slot.features());
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < schema.size() && before.rows >= LEAST_ROWS && latest.rows >= LEAST_LATEST; i++) {
            if (before.missing[i] == 0) {
                finding(i, latest.missing[i], "", findings);
            } else if (before.missing[i] >= LEAST_MISSING) {
                int other = partner(i);
                if (other >= 0) {
                    finding(i, latest.alone[i][other], name(other), findings);
                }
            }
        }
        return findings;
    }

    /** Returns the rarest of the features that were missing wherever this one was, below 0 where there is none. */
    private int partner(int feature) {
        int partner = -1;
        for (int j = 0; j < schema.size(); j++) {
            boolean together = j != feature && before.alone[feature][j] == 0;
            if (together && (partner < 0 || before.missing[j] < before.missing[partner])) {
                partner = j;
            }
        }
        return partner;
    }

    private void finding(int feature, long count, String other, List<Finding> findings) {
        double share = (double) count / latest.rows;
        if (share > MOST) {
            findings.add(Says.error(
                    AnomalyType.MISSING_SHARE_HIGH,
                    name(feature),
                    share,
                    MOST,
                    latest.rows,
                    "is missing in " + Says.percent(share) + " of the " + latest.rows + " latest cards"
                            + (other.isEmpty() ? "" : " where " + other + " is not") + "; of the " + before.rows
                            + " cards before in none" + (other.isEmpty() ? "" : " without the other")));
        }
    }

    private String name(int feature) {
        return schema.features().get(feature).name();
    }
}
