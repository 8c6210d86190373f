package io.shelfwright.learning.validation.history;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.validation.report.AnomalyType;
import io.shelfwright.learning.validation.report.Finding;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Features that were the same for an item of a snapshot whoever saw it, and are now others: somebody computes them in another way.
 *
 * <p>Which features these are is learned from the pages before, so that none has to be named.
 */
final class ItemConstants implements HistoryCheck {
    private static final int MOST_ITEMS = 200_000;
    private static final int LEAST_BEFORE = 100;
    private static final int LEAST_LATEST = 20;
    private static final int LEAST_DIFFERENT = 10;
    private static final double MOST = 0.1;

    private final FeatureSchema schema;
    private final Map<Key, Known> items = new HashMap<>();
    private final List<Set<Float>> different = new ArrayList<>();
    private final long[] broken;
    private final long[] changed;
    private long before;
    private long latest;

    private record Key(String snapshot, String item) {}

    private record Known(String user, float[] values) {}

    ItemConstants(FeatureSchema schema) {
        this.schema = schema;
        broken = new long[schema.size()];
        changed = new long[schema.size()];
        for (int i = 0; i < broken.length; i++) {
            different.add(new HashSet<>());
        }
    }

    @Override
    public void page(PageRecord page, boolean isLatest) {
        String user = page.page().userId();
        for (SlotRecord slot : page.slots()) {
            Key key = new Key(page.page().snapshot(), slot.itemId());
            Known known = items.get(key);
            if (known == null) {
                if (!isLatest && items.size() < MOST_ITEMS) {
                    items.put(key, new Known(user, slot.features()));
                    learn(slot.features());
                }
            } else if (!known.user().equals(user)) {
                compare(known.values(), slot.features(), isLatest);
            }
        }
    }

    private void learn(float[] values) {
        for (int i = 0; i < broken.length; i++) {
            Set<Float> seen = different.get(i);
            if (seen.size() < LEAST_DIFFERENT && !Float.isNaN(values[i])) {
                seen.add(values[i]);
            }
        }
    }

    private void compare(float[] known, float[] values, boolean isLatest) {
        long[] counts = isLatest ? changed : broken;
        before += isLatest ? 0 : 1;
        latest += isLatest ? 1 : 0;
        for (int i = 0; i < counts.length; i++) {
            boolean lost = Float.isNaN(values[i]) != Float.isNaN(known[i]);
            counts[i] += Float.compare(known[i], values[i]) == 0 || (isLatest && lost) ? 0 : 1;
        }
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < broken.length && before >= LEAST_BEFORE && latest >= LEAST_LATEST; i++) {
            double share = (double) changed[i] / latest;
            if (broken[i] == 0 && different.get(i).size() >= LEAST_DIFFERENT && share > MOST) {
                findings.add(Says.error(
                        AnomalyType.FEATURE_REDEFINED,
                        schema.features().get(i).name(),
                        share,
                        MOST,
                        latest,
                        "has another value than before for the same item of the same snapshot in " + Says.percent(share)
                                + " of " + latest + " latest cards; of " + before
                                + " cards before in none, so it is computed in another way now"));
            }
        }
        return findings;
    }
}
