package io.shelfwright.learning.validation.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How much the rows of one listener resemble each other in one column: by value, by several random halves of its values, by absence. */
final class Resemblance {
    private static final int HALVES = 4;

    private final GroupMeans value = new GroupMeans();
    private final GroupMeans[] halves = new GroupMeans[HALVES];
    private final GroupMeans missing = new GroupMeans();

    Resemblance() {
        for (int i = 0; i < HALVES; i++) {
            halves[i] = new GroupMeans();
        }
    }

    void addMissing(int group) {
        missing.add(group, 1);
    }

    void addNumber(int group, double number) {
        missing.add(group, 0);
        if (Double.isFinite(number)) {
            value.add(group, number);
        }
        addHalves(group, Hash.of(number));
    }

    void addText(int group, String text) {
        missing.add(group, 0);
        addHalves(group, Hash.of(text));
    }

    /** A random half of the values against the other stands for any way to tell values apart. */
    private void addHalves(int group, long hash) {
        for (int i = 0; i < HALVES; i++) {
            halves[i].add(group, (hash >>> i & 1) == 0 ? 0 : 1);
        }
    }

    void merge(Resemblance other) {
        value.merge(other.value);
        missing.merge(other.missing);
        for (int i = 0; i < HALVES; i++) {
            halves[i].merge(other.halves[i]);
        }
    }

    /** Returns by how much rows count less than independent ones for the distribution of values, at least 1. */
    double ofValues() {
        double sum = 0;
        for (GroupMeans half : halves) {
            sum += half.designEffect();
        }
        return Math.max(1, Math.max(value.designEffect(), sum / HALVES));
    }

    /** Returns by how much rows count less than independent ones for the share that is missing, at least 1. */
    double ofMissing() {
        return Math.max(1, missing.designEffect());
    }

    int groups() {
        return missing.filled();
    }

    void write(DataOutput out) throws IOException {
        value.write(out);
        missing.write(out);
        for (GroupMeans half : halves) {
            half.write(out);
        }
    }

    static Resemblance read(DataInput in) throws IOException {
        Resemblance read = new Resemblance();
        read.value.merge(GroupMeans.read(in));
        read.missing.merge(GroupMeans.read(in));
        for (GroupMeans half : read.halves) {
            half.merge(GroupMeans.read(in));
        }
        return read;
    }
}
