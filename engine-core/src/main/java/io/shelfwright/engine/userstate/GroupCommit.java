package io.shelfwright.engine.userstate;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of a store durable, many at a time: while one thread forces the disk, the changes of all others gather and
 * go with the next force.
 *
 * <p>A change is applied and committed under one lock, so that a commit never holds half of it. After a change, commit or
 * force that fails, the store is closed at once: what is on disk is then the last whole commit, and every caller whose
 * change is not in it is told.
 */
final class GroupCommit {
    private static final int COMMITS_BETWEEN_COMPACTIONS = 512;
    private static final int COMPACTED_FILL_PERCENT = 50;
    private static final int COMPACTED_BYTES = 4 << 20;

    private final MVStore store;
    private final ReentrantLock changing = new ReentrantLock();
    private final ReentrantLock forcing = new ReentrantLock();
    private long applied;
    private long commits;
    private @Nullable Throwable failure;
    private volatile long durable;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Applies a change and returns its result once it is durable. */
    long write(LongSupplier change) {
        long ticket;
        long result;
        changing.lock();
        try {
            checkUsable();
            result = closingOnFailure(change);
            ticket = ++applied;
        } finally {
            changing.unlock();
        }
        awaitDurable(ticket);
        return result;
    }

    /** Closes the store, compacting for at most the given time. */
    void close(int compactionMillis) {
        forcing.lock();
        changing.lock();
        try {
            if (!store.isClosed()) {
                store.commit();
                store.sync();
                store.close(compactionMillis);
            }
        } finally {
            changing.unlock();
            forcing.unlock();
        }
    }

    private void awaitDurable(long ticket) {
        if (durable >= ticket) {
            return;
        }
        forcing.lock();
        try {
            if (durable >= ticket) {
                return;
            }
            long covered;
            changing.lock();
            try {
                checkUsable();
                covered = applied;
                closingOnFailure(this::commit);
            } finally {
                changing.unlock();
            }
            force();
            durable = covered;
        } finally {
            forcing.unlock();
        }
    }

    private long commit() {
        long version = store.commit();
        if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(COMPACTED_FILL_PERCENT, COMPACTED_BYTES);
        }
        return version;
    }

    /** Forces the disk; a disk that failed to do so once may have dropped what it held, so there is no second try. */
    private void force() {
        try {
            store.sync();
        } catch (RuntimeException | Error e) {
            changing.lock();
            try {
                fail(e);
            } finally {
                changing.unlock();
            }
            throw e;
        }
    }

    private long closingOnFailure(LongSupplier action) {
        try {
            return action.getAsLong();
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    private void fail(Throwable e) {
        failure = e;
        store.closeImmediately();
    }

    private void checkUsable() {
        if (failure != null) {
            throw new IllegalStateException("an earlier write failed", failure);
        }
    }
}
