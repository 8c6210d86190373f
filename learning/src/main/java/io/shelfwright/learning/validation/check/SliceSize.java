package io.shelfwright.learning.validation.check;

import io.shelfwright.learning.validation.schema.SliceRule;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.FeatureStatistics;

/** Whether a slice is large enough to say anything about it. */
final class SliceSize {
    private SliceSize() {}

    static boolean enough(SliceRule rule, DatasetStatistics slice) {
        if (slice.rows() < rule.minRows()) {
            return false;
        }
        for (FeatureStatistics feature : slice.features().values()) {
            return feature.listenerGroups() >= rule.minGroups(); // the same for all columns
        }
        return true;
    }
}
