package io.shelfwright.learning.validation.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Sums of one quantity over twenty groups of listeners, which say how much the rows of one listener resemble each other.
 *
 * <p>Listeners fall into groups by a hash. Were rows independent, the means of groups would differ by as much as the spread of rows and
 * their number say; the ratio of what is seen to that is the design effect (Kish 1965; random groups as in Wolter 2007).
 */
final class GroupMeans {
    static final int GROUPS = 20;

    private final double[] counts = new double[GROUPS];
    private final double[] sums = new double[GROUPS];
    private double squares;

    void add(int group, double value) {
        counts[group]++;
        sums[group] += value;
        squares += value * value;
    }

    void merge(GroupMeans other) {
        for (int i = 0; i < GROUPS; i++) {
            counts[i] += other.counts[i];
            sums[i] += other.sums[i];
        }
        squares += other.squares;
    }

    /** Returns the number of groups that have rows. */
    int filled() {
        int filled = 0;
        for (double count : counts) {
            filled += count > 0 ? 1 : 0;
        }
        return filled;
    }

    /** Returns by how much rows count less than independent ones, at least 0; 1 where nothing can be said. */
    double designEffect() {
        double count = 0;
        double sum = 0;
        for (int i = 0; i < GROUPS; i++) {
            count += counts[i];
            sum += sums[i];
        }
        int filled = filled();
        double mean = sum / count;
        double variance = squares / count - mean * mean;
        if (filled < 2 || !(variance > 1e-12 * Math.abs(mean) * Math.abs(mean))) {
            return 1;
        }
        double between = 0;
        for (int i = 0; i < GROUPS; i++) {
            if (counts[i] > 0) {
                double distance = sums[i] / counts[i] - mean;
                between += counts[i] * distance * distance;
            }
        }
        return between / (filled - 1) / variance;
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < GROUPS; i++) {
            out.writeDouble(counts[i]);
            out.writeDouble(sums[i]);
        }
        out.writeDouble(squares);
    }

    static GroupMeans read(DataInput in) throws IOException {
        GroupMeans read = new GroupMeans();
        for (int i = 0; i < GROUPS; i++) {
            read.counts[i] = in.readDouble();
            read.sums[i] = in.readDouble();
        }
        read.squares = in.readDouble();
        return read;
    }
}
