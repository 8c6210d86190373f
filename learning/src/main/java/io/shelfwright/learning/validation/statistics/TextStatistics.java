package io.shelfwright.learning.validation.statistics;

import io.shelfwright.learning.validation.CategoryCounts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.ItemsSketch;
import org.jspecify.annotations.Nullable;

/**
 * Texts of a column: how often each occurs, or from many different ones on the frequent ones by a sketch (Misra, Gries 1982; Anderson et
 * al. 2017) and their number by HyperLogLog. A monoid under {@link FeatureStatistics#merge}; not thread-safe.
 */
public final class TextStatistics {
    /** What infrequent texts are counted as where not all are. */
    public static final String OTHER = "__OTHER__";

    private static final int SKETCH_SIZE = 1 << 14;
    private static final int MOST_RANKED = 1000;
    private static final double SCALE = 64;
    private static final char REPLACEMENT = '\uFFFD';

    private final int limit;
    private final Map<String, double[]> counts = new HashMap<>();
    private @Nullable ItemsSketch<String> sketch;
    private @Nullable DistinctCount distinct;
    private double mass;
    private double length;
    private double invalid;

    TextStatistics(StatisticsOptions options) {
        limit = options.exactCategories();
    }

    void add(String text, double weight) {
        mass += weight;
        length += weight * text.length();
        invalid += text.indexOf(REPLACEMENT) >= 0 ? weight : 0;
        put(text, weight);
    }

    private void put(String text, double weight) {
        if (!(weight > 0)) {
            return;
        }
        if (distinct != null) {
            toSketch();
        }
        if (sketch == null) {
            counts.computeIfAbsent(text, key -> new double[1])[0] += weight;
            if (counts.size() > limit) {
                toSketch();
            }
        } else {
            addToSketch(text, weight);
        }
    }

    private void addToSketch(String text, double weight) {
        if (sketch != null && distinct != null) {
            sketch.update(text, Math.max(1, Math.round(weight * SCALE)));
            distinct.add(Hash.of(text));
        }
    }

    private void toSketch() {
        if (sketch != null) {
            return;
        }
        sketch = new ItemsSketch<>(SKETCH_SIZE);
        distinct = distinct == null ? new DistinctCount() : distinct;
        for (String text : counts.keySet().stream().sorted().toList()) {
            double[] count = counts.get(text);
            addToSketch(text, count == null ? 0 : count[0]);
        }
        counts.clear();
    }

    void merge(TextStatistics other) {
        mass += other.mass;
        length += other.length;
        invalid += other.invalid;
        if (other.distinct != null) {
            toSketch();
        }
        if (other.sketch != null && sketch != null) {
            sketch.merge(other.sketch);
        } else {
            for (Map.Entry<String, double[]> entry : new TreeMap<>(other.counts).entrySet()) {
                put(entry.getKey(), entry.getValue()[0]);
            }
        }
        if (distinct != null && other.distinct != null) {
            distinct.merge(other.distinct);
        }
    }

    /** Returns whether all texts are counted. */
    public boolean exact() {
        return distinct == null;
    }

    /** Returns the weight of all texts. */
    public double mass() {
        return mass;
    }

    /** Returns the number of different texts, an estimate where sketched. */
    public long unique() {
        return distinct == null ? counts.size() : distinct.estimate();
    }

    /** Returns the mean length in characters, NaN without texts. */
    public double averageLength() {
        return mass > 0 ? length / mass : Double.NaN;
    }

    /** Returns the weight of texts that were no valid UTF-8. */
    public double invalidUtf8() {
        return invalid;
    }

    /** Returns how often each text occurs: of more than 1,000 the most frequent 1,000, and the rest as {@link #OTHER}. */
    public CategoryCounts categories() {
        Map<String, Double> found = new TreeMap<>();
        List<Map.Entry<String, Double>> ranked = ranked();
        double rest = mass;
        for (Map.Entry<String, Double> entry : ranked) {
            if (found.size() < MOST_RANKED) {
                found.put(entry.getKey(), entry.getValue());
                rest -= entry.getValue();
            }
        }
        if (ranked.size() > MOST_RANKED || distinct != null) {
            found.merge(OTHER, Math.max(0, rest), Double::sum);
        }
        return CategoryCounts.of(found);
    }

    /** Returns all texts with their counts where exact, else the frequent ones with what they occur at least, most frequent first. */
    public List<Map.Entry<String, Double>> ranked() {
        List<Map.Entry<String, Double>> ranked = new ArrayList<>();
        if (sketch == null) {
            counts.forEach((text, count) -> ranked.add(Map.entry(text, count[0])));
        } else {
            for (ItemsSketch.Row<String> row : sketch.getFrequentItems(ErrorType.NO_FALSE_POSITIVES)) {
                ranked.add(Map.entry(row.getItem(), row.getLowerBound() / SCALE));
            }
        }
        ranked.sort(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey));
        return ranked;
    }

    /** A sketch is kept as its frequent texts, which become one again when more is added. */
    void write(DataOutput out) throws IOException {
        out.writeDouble(mass);
        out.writeDouble(length);
        out.writeDouble(invalid);
        List<Map.Entry<String, Double>> kept = ranked();
        out.writeInt(kept.size());
        for (Map.Entry<String, Double> entry : kept) {
            Bytes.write(entry.getKey(), out);
            out.writeDouble(entry.getValue());
        }
        out.writeBoolean(distinct != null);
        if (distinct != null) {
            distinct.write(out);
        }
    }

    static TextStatistics read(StatisticsOptions options, DataInput in) throws IOException {
        TextStatistics read = new TextStatistics(options);
        read.mass = in.readDouble();
        read.length = in.readDouble();
        read.invalid = in.readDouble();
        int size = Bytes.size(in);
        for (int i = 0; i < size; i++) {
            String text = Bytes.text(in);
            read.counts.put(text, new double[] {in.readDouble()});
        }
        if (in.readBoolean()) {
            read.distinct = DistinctCount.read(in);
        }
        return read;
    }
}
