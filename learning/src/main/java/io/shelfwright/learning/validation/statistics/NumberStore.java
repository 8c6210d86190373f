package io.shelfwright.learning.validation.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;
import org.apache.datasketches.quantilescommon.QuantilesDoublesSketchIterator;
import org.jspecify.annotations.Nullable;

/**
 * The finite values of a column with their weights: all of them, or from some number on a KLL sketch (Karnin, Lang, Liberty 2016).
 *
 * <p>Exact, it holds sorted different values and adds a buffer to them whenever that is full, so that a value costs the logarithm of
 * their number on average. Sketched, weights that are not all whole numbers are rounded to 1/64 and the smallest is 1/64.
 */
final class NumberStore {
    private static final int SKETCH_SIZE = 1000;
    private static final int SMALLEST_BUFFER = 256;
    private static final int SCALE = 64;

    /** Up to this weight a value is added so many times: adding it once with a weight costs a merge of two sketches. */
    private static final int FEW = 16;

    private final int limit;
    private double[] values = {};
    private double[] masses = {};
    private double[] buffer = new double[16];
    private double[] bufferMasses = new double[16];
    private int buffered;
    private long count;
    private int scale = 1; // what the sketch holds is this many times the weights
    private @Nullable KllDoublesSketch sketch;
    private @Nullable DistinctCount distinct;

    NumberStore(int limit) {
        this.limit = limit;
    }

    void add(double value, double mass) {
        if (!(mass > 0)) {
            return;
        }
        count++;
        if (distinct != null) {
            toSketch();
        }
        if (sketch != null) {
            addToSketch(value, mass);
            return;
        }
        if (buffered == buffer.length) {
            if (buffered >= Math.max(SMALLEST_BUFFER, values.length / 2)) {
                settle();
            }
            if (sketch == null && buffered == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffered * 2);
                bufferMasses = Arrays.copyOf(bufferMasses, buffered * 2);
            }
        }
        if (sketch != null) {
            addToSketch(value, mass);
        } else {
            buffer[buffered] = value + 0.0; // -0 and 0 are one value
            bufferMasses[buffered++] = mass;
        }
    }

    private void addToSketch(double value, double mass) {
        if (sketch != null && distinct != null) {
            if (scale == 1 && mass != Math.rint(mass)) {
                sketch = rescaled(sketch);
                scale = SCALE;
            }
            add(sketch, value, Math.max(1, Math.round(mass * scale)));
            distinct.add(Hash.of(value));
        }
    }

    private static void add(KllDoublesSketch to, double value, long weight) {
        if (weight > FEW) {
            to.update(value, weight);
        } else {
            for (long i = 0; i < weight; i++) {
                to.update(value);
            }
        }
    }

    /** Returns a sketch of the same values with their weights times {@link #SCALE}. */
    private static KllDoublesSketch rescaled(KllDoublesSketch whole) {
        KllDoublesSketch scaled = KllDoublesSketch.newHeapInstance(SKETCH_SIZE);
        QuantilesDoublesSketchIterator iterator = whole.iterator();
        while (iterator.next()) {
            add(scaled, iterator.getQuantile(), iterator.getWeight() * SCALE);
        }
        return scaled;
    }

    /** Brings the buffer among the sorted values, or all into a sketch when they became too many. */
    private void settle() {
        if (buffered == 0) {
            return;
        }
        PairSort.sort(buffer, bufferMasses, buffered);
        mergeSorted(buffer, bufferMasses, buffered);
        buffered = 0;
        if (count > limit) {
            toSketch();
        }
    }

    private void mergeSorted(double[] more, double[] moreMasses, int size) {
        double[] merged = new double[values.length + size];
        double[] mergedMasses = new double[merged.length];
        int at = -1;
        int i = 0;
        int j = 0;
        while (i < values.length || j < size) {
            boolean mine = j >= size || (i < values.length && values[i] <= more[j]);
            double value = mine ? values[i] : more[j];
            double mass = mine ? masses[i++] : moreMasses[j++];
            if (at < 0 || merged[at] != value) {
                merged[++at] = value;
            }
            mergedMasses[at] += mass;
        }
        values = Arrays.copyOf(merged, at + 1);
        masses = Arrays.copyOf(mergedMasses, at + 1);
    }

    private void toSketch() {
        if (sketch != null) {
            return;
        }
        sketch = KllDoublesSketch.newHeapInstance(SKETCH_SIZE);
        distinct = distinct == null ? new DistinctCount() : distinct;
        for (int i = 0; i < values.length; i++) {
            addToSketch(values[i], masses[i]);
        }
        for (int i = 0; i < buffered; i++) {
            addToSketch(buffer[i], bufferMasses[i]);
        }
        values = new double[0];
        masses = new double[0];
        buffer = new double[0];
        bufferMasses = new double[0];
        buffered = 0;
    }

    /** Adds what another has seen, which is left as it was apart from its order. */
    void merge(NumberStore other) {
        other.settle();
        settle();
        count += other.count;
        if (exact() && other.exact() && count <= limit) {
            mergeSorted(other.values, other.masses, other.values.length);
            return;
        }
        toSketch();
        if (other.sketch == null) {
            for (int i = 0; i < other.values.length; i++) {
                addToSketch(other.values[i], other.masses[i]);
            }
        } else if (sketch != null) {
            KllDoublesSketch more = other.sketch;
            if (scale < other.scale) {
                sketch = rescaled(sketch);
                scale = other.scale;
            } else if (other.scale < scale) {
                more = rescaled(more);
            }
            sketch.merge(more);
        }
        if (distinct != null && other.distinct != null) {
            distinct.merge(other.distinct);
        }
    }

    boolean exact() {
        settle();
        return distinct == null;
    }

    /** Returns the number of values. */
    long count() {
        return count;
    }

    /** Returns the sum of all weights. */
    double mass() {
        settle();
        if (sketch != null) {
            return (double) sketch.getN() / scale;
        }
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        return sum;
    }

    /** Returns how many values differ, an estimate where sketched. */
    long distinct() {
        settle();
        return distinct == null ? values.length : distinct.estimate();
    }

    /** Returns the weight of all values up to each bound, which ascend, the bounds included. */
    double[] upTo(double[] bounds) {
        settle();
        double[] sums = new double[bounds.length];
        if (count == 0) {
            return sums;
        }
        if (sketch != null) {
            for (int i = 0; i < bounds.length; i++) {
                sums[i] = sketch.getRank(bounds[i], QuantileSearchCriteria.INCLUSIVE) * mass();
            }
            return sums;
        }
        double sum = 0;
        int at = 0;
        for (int i = 0; i < bounds.length; i++) {
            while (at < values.length && values[at] <= bounds[i]) {
                sum += masses[at++];
            }
            sums[i] = sum;
        }
        return sums;
    }

    /** Returns the smallest value up to which the share of the weight is at least this, NaN where there is none. */
    double quantile(double share) {
        settle();
        if (count == 0) {
            return Double.NaN;
        }
        if (sketch != null) {
            return sketch.getQuantile(share, QuantileSearchCriteria.INCLUSIVE);
        }
        double wanted = share * mass();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += masses[i];
            if (sum >= wanted * (1 - 1e-12)) {
                return values[i];
            }
        }
        return values[values.length - 1];
    }

    /** Returns the different values in ascending order: all where exact, else those that the sketch kept. */
    double[] support() {
        settle();
        return sketch == null ? values.clone() : sketch.getSortedView().getQuantiles();
    }

    /** A sketch is kept as its values and weights, which become one again when more is added. */
    void write(DataOutput out) throws IOException {
        settle();
        double[] kept = values;
        double[] keptMasses = masses;
        if (sketch != null) {
            kept = new double[sketch.getNumRetained()];
            keptMasses = new double[kept.length];
            QuantilesDoublesSketchIterator iterator = sketch.iterator();
            for (int i = 0; iterator.next(); i++) {
                kept[i] = iterator.getQuantile();
                keptMasses[i] = (double) iterator.getWeight() / scale;
            }
            PairSort.sort(kept, keptMasses, kept.length);
        }
        out.writeLong(count);
        out.writeInt(kept.length);
        for (int i = 0; i < kept.length; i++) {
            out.writeDouble(kept[i]);
            out.writeDouble(keptMasses[i]);
        }
        out.writeBoolean(distinct != null);
        if (distinct != null) {
            distinct.write(out);
        }
    }

    static NumberStore read(int limit, DataInput in) throws IOException {
        NumberStore store = new NumberStore(limit);
        store.count = in.readLong();
        int size = Bytes.size(in);
        store.values = new double[size];
        store.masses = new double[size];
        for (int i = 0; i < size; i++) {
            store.values[i] = in.readDouble();
            store.masses[i] = in.readDouble();
        }
        if (in.readBoolean()) {
            store.distinct = DistinctCount.read(in);
        }
        return store;
    }
}
