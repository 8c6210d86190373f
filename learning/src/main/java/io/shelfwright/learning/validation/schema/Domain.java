package io.shelfwright.learning.validation.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which values a column may have. */
public sealed interface Domain {
    /** Any value of the column's type. */
    record Any() implements Domain {}

    /**
     * Whole numbers; texts that are whole numbers too.
     *
     * @param min least value
     * @param max greatest value
     */
    record Whole(long min, long max) implements Domain {}

    /**
     * Numbers; texts that are numbers too.
     *
     * @param min least value, may be -Infinity
     * @param max greatest value, may be Infinity
     * @param nan whether NaN is allowed
     * @param infinite whether infinite values are
     */
    record Range(double min, double max, boolean nan, boolean infinite) implements Domain {}

    /** One of these texts, or whole numbers as texts. */
    record OneOf(SortedSet<String> values) implements Domain {
        public OneOf {
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        }

        /** Returns a domain of these texts. */
        public static OneOf of(Collection<String> values) {
            return new OneOf(new TreeSet<>(values));
        }
    }

    /**
     * 0 and 1, or two texts.
     *
     * @param yes text that says so, empty for numbers
     * @param no text that denies it, empty for numbers
     */
    record Flag(String yes, String no) implements Domain {}
}
