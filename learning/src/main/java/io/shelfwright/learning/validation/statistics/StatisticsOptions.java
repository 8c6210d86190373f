package io.shelfwright.learning.validation.statistics;

/**
 * How exact statistics are, and when they become sketches.
 *
 * @param exactValues values of a column up to which they are all kept; beyond, a KLL sketch of rank error 0.3 %
 * @param exactSliceValues the same for a slice
 * @param exactCategories different texts of a column up to which they are all counted; beyond, the frequent ones are
 * @param maxSlices most slices of one key; the rest is counted as {@code __OTHER__}
 */
public record StatisticsOptions(int exactValues, int exactSliceValues, int exactCategories, int maxSlices) {
    /** One million, 100,000, 10,000 and 100. */
    public static final StatisticsOptions DEFAULT = new StatisticsOptions(1_000_000, 100_000, 10_000, 100);

    public StatisticsOptions {
        if (exactValues < 1 || exactSliceValues < 1 || exactCategories < 1 || maxSlices < 1) {
            throw new IllegalArgumentException("exact-values is " + exactValues + ", exact-slice-values "
                    + exactSliceValues + ", exact-categories " + exactCategories + " and max-slices " + maxSlices
                    + "; allowed are numbers from 1");
        }
    }

    StatisticsOptions ofSlice() {
        return new StatisticsOptions(
                Math.min(exactValues, exactSliceValues), exactSliceValues, exactCategories, maxSlices);
    }
}
