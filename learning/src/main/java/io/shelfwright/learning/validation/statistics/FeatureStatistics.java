package io.shelfwright.learning.validation.statistics;

import io.shelfwright.learning.validation.table.TableRow;
import io.shelfwright.learning.validation.table.ValueType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Statistics of one column: presence, numbers of values, and the values; not thread-safe.
 *
 * <p>A monoid: fresh statistics are neutral, and merging the statistics of parts gives those of the whole (moments up to rounding,
 * quantiles of sketched columns up to a rank error of 0.3 %).
 */
public final class FeatureStatistics {
    private final String name;
    private final ValueType type;
    private final boolean counted;
    private NumberStatistics numbers;
    private TextStatistics texts;
    private Resemblance resemblance = new Resemblance();
    private long rows;
    private long missing;
    private double weightedRows;
    private double weightedMissing;
    private double squaredWeights;
    private int minValues = Integer.MAX_VALUE;
    private int maxValues;
    private long totalValues;
    private int minDepth = Integer.MAX_VALUE;
    private int maxDepth;
    private boolean clustered;

    /**
     * Makes statistics of nothing.
     *
     * @param counted whether whole numbers are names of categories
     */
    public FeatureStatistics(String name, ValueType type, boolean counted, StatisticsOptions options) {
        this.name = name;
        this.type = type;
        this.counted = counted || type == ValueType.STRING;
        numbers = new NumberStatistics(options);
        texts = new TextStatistics(options);
    }

    /**
     * Adds a row's cell.
     *
     * @param weight of the row, at least 0
     * @param group of the row's listener, -1 where rows are independent
     */
    void add(TableRow row, int column, double weight, int group) {
        rows++;
        weightedRows += weight;
        clustered |= group >= 0;
        int values = row.count(column);
        if (values == 0) {
            missing++;
            weightedMissing += weight;
            if (group >= 0) {
                resemblance.addMissing(group);
            }
            return;
        }
        squaredWeights += weight * weight;
        minValues = Math.min(minValues, values);
        maxValues = Math.max(maxValues, values);
        totalValues += values;
        minDepth = Math.min(minDepth, row.depth(column));
        maxDepth = Math.max(maxDepth, row.depth(column));
        for (int i = 0; i < values; i++) {
            if (type.numeric()) {
                numbers.add(row.number(column, i), weight);
            }
            if (counted) {
                texts.add(row.text(column, i), weight);
            }
        }
        if (group >= 0 && type.numeric() && !counted) {
            resemblance.addNumber(group, row.number(column));
        } else if (group >= 0) {
            resemblance.addText(group, row.text(column));
        }
    }

    /**
     * Adds what another column of the same name has seen.
     *
     * @throws IllegalArgumentException if it holds another type
     */
    public void merge(FeatureStatistics other) {
        if (other.type != type || other.counted != counted) {
            throw new IllegalArgumentException("statistics of " + name + " as " + type + " and as " + other.type
                    + " cannot be merged; read both tables with one schema");
        }
        rows += other.rows;
        missing += other.missing;
        weightedRows += other.weightedRows;
        weightedMissing += other.weightedMissing;
        squaredWeights += other.squaredWeights;
        minValues = Math.min(minValues, other.minValues);
        maxValues = Math.max(maxValues, other.maxValues);
        totalValues += other.totalValues;
        minDepth = Math.min(minDepth, other.minDepth);
        maxDepth = Math.max(maxDepth, other.maxDepth);
        clustered |= other.clustered;
        numbers.merge(other.numbers);
        texts.merge(other.texts);
        resemblance.merge(other.resemblance);
    }

    public String name() {
        return name;
    }

    public ValueType type() {
        return type;
    }

    /** Returns whether values are categories: texts, or whole numbers that name something. */
    public boolean categorical() {
        return counted;
    }

    /** Returns the rows. */
    public long rows() {
        return rows;
    }

    /** Returns the rows whose cell has no value. */
    public long missing() {
        return missing;
    }

    /** Returns the rows whose cell has a value. */
    public long present() {
        return rows - missing;
    }

    /** Returns the sum of the rows' weights, their number where there are none. */
    public double weightedRows() {
        return weightedRows;
    }

    public double weightedMissing() {
        return weightedMissing;
    }

    /** Returns the weighted share of rows that have a value, 1 without rows. */
    public double presentShare() {
        return weightedRows > 0 ? (weightedRows - weightedMissing) / weightedRows : 1;
    }

    /** Returns the smallest number of values of a cell that has any, 0 where none has. */
    public int minValues() {
        return maxValues == 0 ? 0 : minValues;
    }

    public int maxValues() {
        return maxValues;
    }

    public long totalValues() {
        return totalValues;
    }

    /** Returns how deeply lists are nested at least, 0 where there is no value. */
    public int minDepth() {
        return maxDepth == 0 ? 0 : minDepth;
    }

    public int maxDepth() {
        return maxDepth;
    }

    /** Returns the numbers; empty ones for a column of texts. */
    public NumberStatistics numbers() {
        return numbers;
    }

    /** Returns the categories; empty ones for a column of numbers that are none. */
    public TextStatistics texts() {
        return texts;
    }

    /** Returns the number of different values. */
    public long unique() {
        return counted ? texts.unique() : numbers.unique();
    }

    /** Returns the number of independent rows with a value that would say as much about its distribution, at least 0. */
    public double effectiveValues() {
        double weight = weightedRows - weightedMissing;
        double kish = squaredWeights > 0 ? weight * weight / squaredWeights : 0;
        return kish / (clustered ? resemblance.ofValues() : 1);
    }

    /** Returns the number of independent rows that would say as much about the share that is missing. */
    public double effectiveRows() {
        return rows / (clustered ? resemblance.ofMissing() : 1);
    }

    /** Returns the number of independent rows that would say as much about values and missing ones together. */
    public double effectiveCells() {
        return present() == 0 ? effectiveRows() : Math.min(effectiveRows(), effectiveValues() * rows / present());
    }

    /** Returns in how many of twenty groups its listeners fall, 20 where rows are independent. */
    public int listenerGroups() {
        return clustered ? resemblance.groups() : GroupMeans.GROUPS;
    }

    void write(DataOutput out) throws IOException {
        Bytes.write(name, out);
        Bytes.write(type.name(), out);
        out.writeBoolean(counted);
        out.writeLong(rows);
        out.writeLong(missing);
        out.writeDouble(weightedRows);
        out.writeDouble(weightedMissing);
        out.writeDouble(squaredWeights);
        out.writeInt(minValues);
        out.writeInt(maxValues);
        out.writeLong(totalValues);
        out.writeInt(minDepth);
        out.writeInt(maxDepth);
        out.writeBoolean(clustered);
        numbers.write(out);
        texts.write(out);
        resemblance.write(out);
    }

    static FeatureStatistics read(StatisticsOptions options, DataInput in) throws IOException {
        String name = Bytes.text(in);
        ValueType type = ValueType.valueOf(Bytes.text(in));
        FeatureStatistics read = new FeatureStatistics(name, type, in.readBoolean(), options);
        read.rows = in.readLong();
        read.missing = in.readLong();
        read.weightedRows = in.readDouble();
        read.weightedMissing = in.readDouble();
        read.squaredWeights = in.readDouble();
        read.minValues = in.readInt();
        read.maxValues = in.readInt();
        read.totalValues = in.readLong();
        read.minDepth = in.readInt();
        read.maxDepth = in.readInt();
        read.clustered = in.readBoolean();
        read.numbers = NumberStatistics.read(options, in);
        read.texts = TextStatistics.read(options, in);
        read.resemblance = Resemblance.read(in);
        return read;
    }
}
