package io.shelfwright.engine.packing;

/** A set of arrangements, known by a 64-bit hash. */
final class Arrangements {
    private long[] table = new long[1 << 10];
    private int size;

    boolean contains(int[] shelfOfRow) {
        return table[place(hash(shelfOfRow))] != 0;
    }

    boolean add(int[] shelfOfRow) {
        long h = hash(shelfOfRow);
        int at = place(h);
        if (table[at] != 0) {
            return false;
        }
        table[at] = h;
        if (++size * 2 > table.length) {
            long[] old = table;
            table = new long[old.length * 2];
            for (long x : old) {
                if (x != 0) {
                    table[place(x)] = x;
                }
            }
        }
        return true;
    }

    private int place(long h) {
        int at = (int) (h >>> 32) & table.length - 1;
        while (table[at] != 0 && table[at] != h) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private static long hash(int[] shelfOfRow) {
        long h = 0x9E3779B97F4A7C15L;
        for (int s : shelfOfRow) {
            h = (h ^ s + 1) * 0xBF58476D1CE4E5B9L;
            h ^= h >>> 29;
        }
        return h == 0 ? 1 : h;
    }
}
