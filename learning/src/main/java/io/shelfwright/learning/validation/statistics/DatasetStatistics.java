package io.shelfwright.learning.validation.statistics;

import io.shelfwright.learning.validation.table.Table;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Statistics of a table and of its slices; a monoid under {@link #merge}, serialisable by {@link StatisticsFile}; not thread-safe.
 *
 * <p>The slices of one cut are {@code tier=premium}, or {@code tier=premium, device=phone} where two columns are crossed; rows that lack
 * a value are in {@code tier=__MISSING__}.
 */
public final class DatasetStatistics {
    /** What a missing value is called in slices and comparisons. */
    public static final String MISSING = "__MISSING__";

    /** What the slices of a cut are counted as that are too many to be told apart. */
    static final String OTHER = "__OTHER__";

    private final String name;
    private final Map<String, FeatureStatistics> features = new LinkedHashMap<>();
    private final Map<String, DatasetStatistics> slices = new TreeMap<>();
    private final Map<String, String> cuts = new TreeMap<>();
    private long rows;
    private double weight;

    /** Makes statistics of nothing. */
    public DatasetStatistics(String name) {
        this.name = name;
    }

    /** Returns the statistics of a table, read once. */
    public static DatasetStatistics of(Table table, StatisticsPlan plan) {
        StatisticsCollector collector = new StatisticsCollector(table.name(), table.columns(), plan);
        table.read(collector::add);
        return collector.statistics();
    }

    /** Returns the name of the data, or of the slice. */
    public String name() {
        return name;
    }

    public long rows() {
        return rows;
    }

    /** Returns the sum of the rows' weights. */
    public double weight() {
        return weight;
    }

    /** Returns the columns by name, in the table's order. */
    public Map<String, FeatureStatistics> features() {
        return Collections.unmodifiableMap(features);
    }

    public Optional<FeatureStatistics> feature(String feature) {
        return Optional.ofNullable(features.get(feature));
    }

    /** Returns the slices by name. */
    public Map<String, DatasetStatistics> slices() {
        return Collections.unmodifiableMap(slices);
    }

    /** Returns the cut that a slice belongs to, such as {@code tier x device}; empty for one that is not there. */
    public String cutOf(String slice) {
        return cuts.getOrDefault(slice, "");
    }

    /**
     * Adds the statistics of another part of the data. A cut keeps the slices it has; where that leaves no room for those that the other
     * has besides, they are counted as one.
     *
     * @throws IllegalArgumentException if a column has another type there
     */
    public DatasetStatistics merge(DatasetStatistics other, StatisticsOptions options) {
        rows += other.rows;
        weight += other.weight;
        other.features.forEach((column, statistics) -> features.computeIfAbsent(
                        column, key -> new FeatureStatistics(key, statistics.type(), statistics.categorical(), options))
                .merge(statistics));
        other.slices.forEach((slice, statistics) -> {
            String cut = other.cutOf(slice);
            String kept = slices.containsKey(slice) || slicesOf(cut) < options.maxSlices() ? slice : otherOf(cut);
            cuts.put(kept, cut);
            slices.computeIfAbsent(kept, DatasetStatistics::new).merge(statistics, options.ofSlice());
        });
        return this;
    }

    static String otherOf(String cut) {
        return cut + "=" + OTHER;
    }

    private int slicesOf(String cut) {
        int count = slices.containsKey(otherOf(cut)) ? -1 : 0;
        for (String name : cuts.values()) {
            count += name.equals(cut) ? 1 : 0;
        }
        return count;
    }

    void addRow(double rowWeight) {
        rows++;
        weight += rowWeight;
    }

    void putFeature(FeatureStatistics statistics) {
        features.put(statistics.name(), statistics);
    }

    void putSlice(String cut, DatasetStatistics slice) {
        slices.put(slice.name, slice);
        cuts.put(slice.name, cut);
    }

    void write(DataOutput out) throws IOException {
        Bytes.write(name, out);
        out.writeLong(rows);
        out.writeDouble(weight);
        out.writeInt(features.size());
        for (FeatureStatistics feature : features.values()) {
            feature.write(out);
        }
        out.writeInt(slices.size());
        for (DatasetStatistics slice : slices.values()) {
            Bytes.write(cutOf(slice.name), out);
            slice.write(out);
        }
    }

    static DatasetStatistics read(StatisticsOptions options, DataInput in) throws IOException {
        DatasetStatistics read = new DatasetStatistics(Bytes.text(in));
        read.rows = in.readLong();
        read.weight = in.readDouble();
        int size = Bytes.size(in);
        for (int i = 0; i < size; i++) {
            read.putFeature(FeatureStatistics.read(options, in));
        }
        int parts = Bytes.size(in);
        for (int i = 0; i < parts; i++) {
            String cut = Bytes.text(in);
            read.putSlice(cut, read(options.ofSlice(), in));
        }
        return read;
    }
}
