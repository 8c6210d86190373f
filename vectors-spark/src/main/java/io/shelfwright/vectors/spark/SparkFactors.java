package io.shelfwright.vectors.spark;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Item;
import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.ItemFactors.FoldIn;
import io.shelfwright.vectors.ItemFactors.Origin;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Item factors of Spark MLlib's ALS ({@code implicitPrefs}) as vectors of a catalog.
 *
 * <p>Spark minimises {@code sum_all c (p - u'v)^2 + reg (sum_u n_u |u|^2 + sum_i n_i |v|^2)} with {@code c = 1 + alpha r} and p 1
 * for what was rated, c 1 and p 0 for the rest. For ratings of 1, divided by alpha, a user's vector follows from {@code (V'V /
 * alpha + sum v v' + reg n / alpha 1) u = (1 + 1 / alpha) sum v}: the fold-in of {@link io.shelfwright.vectors.Ials} with {@code
 * a0 = 1 / alpha}, {@code lambda = reg / alpha} and an exponent of 1, but for the factor on the right, which moves no rank, and
 * for {@code a0 |I|} in the regularisation, which Spark does not have: give {@link #TRAINED_ITEMS} to the snapshot.
 *
 * @param factors in the catalog's order
 * @param unmapped rows whose integer the mapping does not hold
 * @param foreign rows whose item the catalog does not hold
 */
public record SparkFactors(ItemFactors factors, int unmapped, int foreign) {
    /** What stands for the number of items in the fold-in's regularisation, so that it is Spark's but for a0. */
    public static final int TRAINED_ITEMS = 1;

    /**
     * Reads the directory {@code itemFactors} of a saved {@code ALSModel}.
     *
     * @param catalog items in the catalog's order
     * @param mapping file that says which item each integer is
     * @param alpha Spark's {@code alpha}, above 0
     * @param regularisation Spark's {@code regParam}, above 0
     * @throws BadRequestException naming file and what is allowed, if anything cannot be read or nothing fits the catalog
     */
    public static SparkFactors read(
            Path directory, Path mapping, List<Item> catalog, double alpha, double regularisation) {
        if (!(alpha > 0) || !(regularisation > 0)) {
            throw new BadRequestException("alpha is " + alpha + " and the regularisation " + regularisation
                    + "; both must be above 0, as Spark was given them");
        }
        Reading reading = new Reading(IdMapping.read(mapping), catalog);
        FactorRows.read(directory, reading::take);
        float[] values = reading.values;
        if (values == null || reading.known.isEmpty()) {
            throw new BadRequestException("none of the factors in " + directory + " is of an item of the catalog; "
                    + reading.unmapped + " are not in the mapping, " + reading.foreign
                    + " name items that the catalog does not have");
        }
        FoldIn foldIn = new FoldIn(1 / alpha, regularisation / alpha, 1, 0);
        ItemFactors factors =
                new ItemFactors(reading.dimension, values, reading.known, foldIn, new Origin("spark-als", 0, 0, 0));
        return new SparkFactors(factors, reading.unmapped, reading.foreign);
    }

    private static final class Reading {
        private final Map<Integer, String> mapping;
        private final Map<String, Integer> index = new HashMap<>();
        private final int size;
        private final BitSet known = new BitSet();
        private final Set<Integer> seen = new HashSet<>();
        private int dimension;
        private float @Nullable [] values;
        private int unmapped;
        private int foreign;

        Reading(Map<Integer, String> mapping, List<Item> catalog) {
            this.mapping = mapping;
            size = catalog.size();
            for (int item = 0; item < size; item++) {
                index.put(catalog.get(item).id(), item);
            }
        }

        void take(Path part, int id, float[] features) {
            float[] rows = rows(part, id, features.length);
            for (float value : features) {
                if (!Float.isFinite(value)) {
                    throw new BadRequestException(
                            part + " has a " + value + " in the features of the id " + id + "; the training diverged");
                }
            }
            if (!seen.add(id)) {
                throw new BadRequestException(part + " gives the id " + id + " a second time");
            }
            String name = mapping.get(id);
            Integer item = name == null ? null : index.get(name);
            if (name == null) {
                unmapped++;
            } else if (item == null) {
                foreign++;
            } else if (known.get(item)) {
                throw new BadRequestException("the mapping gives the item '" + name + "' to two integers, " + id
                        + " is one of them; each item needs its own");
            } else {
                known.set(item);
                System.arraycopy(features, 0, rows, item * dimension, dimension);
            }
        }

        private float[] rows(Path part, int id, int length) {
            float[] rows = values;
            if (rows == null) {
                if (length == 0 || (long) length * size > Integer.MAX_VALUE - 8) {
                    throw new BadRequestException(part + " has features of length " + length + " for " + size
                            + " items; allowed are 1 to " + (Integer.MAX_VALUE - 8) / Math.max(1, size));
                }
                dimension = length;
                rows = new float[length * size];
                values = rows;
            }
            if (length != dimension) {
                throw new BadRequestException(part + " has features of length " + length + " for the id " + id
                        + ", the others have " + dimension);
            }
            return rows;
        }
    }
}
