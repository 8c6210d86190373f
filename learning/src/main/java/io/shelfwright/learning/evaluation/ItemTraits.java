package io.shelfwright.learning.evaluation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the items of a table's rows, for the measures beyond accuracy; each column may be absent.
 *
 * @param popularity share of all consumption that the item has, above 0 and at most 1
 * @param ageDays age when it was shown; NaN where unknown
 * @param attributes what tells items apart, such as genres and artists
 * @param examination probability that the row's slot is seen, above 0 and at most 1
 * @param catalogSize number of items that could have been shown; 0 where unknown, then the items of the table count
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
public record ItemTraits(
        double @Nullable [] popularity,
        double @Nullable [] ageDays,
        @Nullable List<Set<String>> attributes,
        double @Nullable [] examination,
        int catalogSize) {
    /** Nothing is known. */
    public static final ItemTraits NONE = new ItemTraits(null, null, null, null, 0);

    public ItemTraits {
        popularity = shares("popularity", popularity);
        examination = shares("examination", examination);
        ageDays = ageDays == null ? null : ageDays.clone();
        attributes = attributes == null ? null : List.copyOf(attributes);
        if (catalogSize < 0) {
            throw new IllegalArgumentException("the catalog size is " + catalogSize + "; allowed is 0 or more");
        }
    }

    private static double @Nullable [] shares(String name, double @Nullable [] values) {
        if (values == null) {
            return null;
        }
        for (double value : values) {
            if (!(value > 0 && value <= 1)) {
                throw new IllegalArgumentException(
                        "a value of " + name + " is " + value + "; allowed is a number above 0 and at most 1");
            }
        }
        return values.clone();
    }

    void requireRows(int rows) {
        require("popularity", popularity == null ? rows : popularity.length, rows);
        require("ageDays", ageDays == null ? rows : ageDays.length, rows);
        require("attributes", attributes == null ? rows : attributes.size(), rows);
        require("examination", examination == null ? rows : examination.length, rows);
    }

    private static void require(String column, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException("the column " + column + " has " + length + " rows, the table " + rows);
        }
    }
}
