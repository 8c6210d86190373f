package io.shelfwright.learning.validation.statistics;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to read a table.
 *
 * @param weight column that says what a row counts, null where each counts 1; rows without one count 0
 * @param listener column that says whose row it is, null where rows are independent
 * @param slices cuts, each made beside the whole; those by columns that the table lacks are left out
 * @param ignored columns of which there are no statistics, such as keys
 * @param categories columns of whole numbers that name categories
 * @param options exactness
 */
public record StatisticsPlan(
        @Nullable String weight,
        @Nullable String listener,
        List<SliceSpec> slices,
        Set<String> ignored,
        Set<String> categories,
        StatisticsOptions options) {

    /** Every row counts 1 and is independent, no slices. */
    public static final StatisticsPlan PLAIN =
            new StatisticsPlan(null, null, List.of(), Set.of(), Set.of(), StatisticsOptions.DEFAULT);

    public StatisticsPlan {
        slices = List.copyOf(slices);
        ignored = Set.copyOf(ignored);
        categories = Set.copyOf(categories);
    }
}
