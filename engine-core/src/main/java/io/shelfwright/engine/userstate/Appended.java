package io.shelfwright.engine.userstate;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * A list of which every version stays as it is while longer ones are made, in constant amortised time.
 *
 * <p>Versions share one array, and each reads its own first part of it only. Two versions that grow from the same one do not
 * meet: the second takes a copy. Thread-safe where versions are handed over safely, as a cache does.
 */
final class Appended<T> extends AbstractList<T> implements RandomAccess {
    private final Shared shared;
    private final int size;

    private Appended(Shared shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    static <T> Appended<T> empty() {
        return new Appended<>(new Shared(new Object[4], 0), 0);
    }

    Appended<T> plus(T value) {
        return new Appended<>(shared.with(size, value), size + 1);
    }

    @Override
    @SuppressWarnings("unchecked") // only plus(T) writes
    public T get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " of " + size);
        }
        return (T) shared.values[index];
    }

    @Override
    public int size() {
        return size;
    }

    private static final class Shared {
        private final Object[] values;
        private int used;

        private Shared(Object[] values, int used) {
            this.values = values;
            this.used = used;
        }

        private synchronized Shared with(int at, Object value) {
            if (used == at && at < values.length) {
                values[used++] = value;
                return this;
            }
            Object[] longer = Arrays.copyOf(values, Math.max(4, at * 2));
            Arrays.fill(longer, at, longer.length, null);
            longer[at] = value;
            return new Shared(longer, at + 1);
        }
    }
}
