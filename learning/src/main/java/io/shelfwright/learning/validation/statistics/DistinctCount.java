package io.shelfwright.learning.validation.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An estimate of how many different values were seen, standard error 1.6 %: HyperLogLog with 4,096 registers and linear counting for small
 * numbers (Flajolet et al. 2007).
 *
 * <p>Our own since the library's can be kept in a file only through an interface to memory that no JDK after 21 has.
 */
final class DistinctCount {
    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers = new byte[REGISTERS];

    void add(long hash) {
        int register = (int) (hash >>> (Long.SIZE - BITS));
        byte rank = (byte) (Long.numberOfLeadingZeros(hash << BITS | 1L << (BITS - 1)) + 1);
        if (rank > registers[register]) {
            registers[register] = rank;
        }
    }

    void merge(DistinctCount other) {
        for (int i = 0; i < REGISTERS; i++) {
            registers[i] = (byte) Math.max(registers[i], other.registers[i]);
        }
    }

    long estimate() {
        double sum = 0;
        int empty = 0;
        for (byte register : registers) {
            sum += 1.0 / (1L << register);
            empty += register == 0 ? 1 : 0;
        }
        double estimate = ALPHA * REGISTERS * REGISTERS / sum;
        boolean few = estimate <= 2.5 * REGISTERS && empty > 0;
        return Math.round(few ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate);
    }

    void write(DataOutput out) throws IOException {
        out.write(registers);
    }

    static DistinctCount read(DataInput in) throws IOException {
        DistinctCount read = new DistinctCount();
        in.readFully(read.registers);
        return read;
    }
}
