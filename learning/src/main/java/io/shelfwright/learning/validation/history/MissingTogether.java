package io.shelfwright.learning.validation.history;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Features that were always missing together, or never, and are now missing alone.
 *
 * <p>How often a feature is missing depends on which cards are shown; with what it is missing does not, so this sees values that get lost
 * on the way long before their share does.
 */
final class MissingTogether implements HistoryCheck {
    private static final int LEAST_ROWS = 500;
    private static final int LEAST_LATEST = 50;
    private static final int LEAST_OF_EACH = 20;
    private static final double MOST = 0.05;

    private final FeatureSchema schema;
    private final long[] first;
    private final long[] second;
    private final long[] missing;
    private final long[][] alone;
    private final long[] latest;
    private long rows;

    MissingTogether(FeatureSchema schema) {
        this.schema = schema;
        int size = schema.size();
        first = new long[size];
        second = new long[size];
        missing = new long[size];
        latest = new long[2];
        alone = new long[size][size + 1];
    }

    @Override
    public void page(PageRecord page, boolean isLatest) {
        for (SlotRecord slot : page.slots()) {
            if (isLatest) {
                late(slot.features());
            } else {
                early(slot.features());
            }
        }
    }

    /** Two sums of mixed row numbers: features of equal sums were missing in the same rows. */
    private void early(float[] values) {
        rows++;
        long one = mix(rows);
        long two = mix(one ^ 0x5851F42D4C957F2DL);
        for (int i = 0; i < missing.length; i++) {
            if (Float.isNaN(values[i])) {
                missing[i]++;
                first[i] += one;
                second[i] += two;
            }
        }
    }

    /** Counts, for each feature that is missing, which others are not; the last column is for those that never were. */
    private void late(float[] values) {
        latest[0]++;
        for (int i = 0; i < missing.length; i++) {
            if (Float.isNaN(values[i])) {
                alone[i][missing.length]++;
                for (int j = 0; j < missing.length; j++) {
                    alone[i][j] += Float.isNaN(values[j]) ? 0 : 1;
                }
            }
        }
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (rows < LEAST_ROWS || latest[0] < LEAST_LATEST) {
            return findings;
        }
        Map<List<Long>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < missing.length; i++) {
            groups.computeIfAbsent(List.of(first[i], second[i], missing[i]), sums -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> group : groups.values()) {
            long gone = missing[group.get(0)];
            if (gone == 0) {
                group.forEach(feature -> finding(feature, alone[feature][missing.length], "", findings));
            } else if (group.size() > 1 && gone >= LEAST_OF_EACH && rows - gone >= LEAST_OF_EACH) {
                for (int feature : group) {
                    int other = group.get(0) == feature ? group.get(1) : group.get(0);
                    finding(feature, alone[feature][other], name(other), findings);
                }
            }
        }
        return findings;
    }

    private void finding(int feature, long count, String other, List<Finding> findings) {
        double share = (double) count / latest[0];
        if (share > MOST) {
            findings.add(Says.error(
                    AnomalyType.MISSING_SHARE_HIGH,
                    name(feature),
                    share,
                    MOST,
                    latest[0],
                    "is missing in " + Says.percent(share) + " of the " + latest[0] + " latest cards"
                            + (other.isEmpty() ? "" : " where " + other + " is not") + "; of the " + rows
                            + " cards before in none" + (other.isEmpty() ? "" : " without the other")));
        }
    }

    private String name(int feature) {
        return schema.features().get(feature).name();
    }
}
