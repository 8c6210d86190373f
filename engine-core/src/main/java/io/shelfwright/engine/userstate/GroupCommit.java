package io.shelfwright.engine.userstate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of a file of users durable, many at a time: while one thread forces the disk, the changes of all others
 * gather and go with the next force.
 *
 * <p>A change is applied and committed under one lock, so that a commit never holds half of it. After a change, commit or
 * force that fails, the store is closed at once: what is on disk is then the last whole commit, and every caller whose
 * change is not in it is told.
 *
 * <p>The file can be exchanged for a rewritten one while changes go on: they are applied to the old one, remembered, and
 * applied to the new one before it takes over.
 */
final class GroupCommit {
    private static final int COMMITS_BETWEEN_COMPACTIONS = 512;
    private static final int COMPACTED_FILL_PERCENT = 50;
    private static final int COMPACTED_BYTES = 4 << 20;

    private final ReentrantLock changing = new ReentrantLock();
    private final ReentrantLock forcing = new ReentrantLock();
    private final LastCommit last;
    private long applied;
    private @Nullable Throwable failure;
    private @Nullable List<ToLongFunction<MvFile>> remembered;
    private volatile MvFile file;
    private volatile long durable;

    /** Makes one for a file, that of a path. */
    GroupCommit(MvFile file, Path path) {
        this.file = file;
        last = LastCommit.open(path, file.commitCount());
    }

    MvFile file() {
        return file;
    }

    /** Returns whether another file has taken the place of one that was closed; waits while that goes on. */
    boolean exchanged(MvFile before) {
        changing.lock();
        try {
            return file != before;
        } finally {
            changing.unlock();
        }
    }

    /** Applies a change and returns its result once it is durable. */
    long write(ToLongFunction<MvFile> change) {
        long ticket;
        long result;
        changing.lock();
        try {
            checkUsable();
            result = closingOnFailure(() -> change.applyAsLong(file));
            if (remembered != null) {
                remembered.add(change);
            }
            ticket = ++applied;
        } finally {
            changing.unlock();
        }
        awaitDurable(ticket);
        return result;
    }

    /**
     * Copies what the file holds now, while changes go on, and then exchanges the file for the copy.
     *
     * @param prepare called while no change is made; returns what copies the file as it is then
     * @param exchange puts the copy, to which the changes made meanwhile are applied, in the file's place
     */
    void exchange(Supplier<Supplier<MvFile>> prepare, Exchange exchange) {
        Supplier<MvFile> copying;
        changing.lock();
        try {
            checkUsable();
            if (remembered != null) {
                throw new IllegalStateException("the file is being rewritten already");
            }
            closingOnFailure(this::commit);
            copying = prepare.get();
            remembered = new ArrayList<>();
        } finally {
            changing.unlock();
        }
        MvFile copy;
        try {
            copy = copying.get();
        } catch (RuntimeException | Error e) {
            locked(() -> remembered = null);
            throw e;
        }
        locked(() -> {
            try {
                checkUsable();
                List<ToLongFunction<MvFile>> changes = remembered == null ? List.of() : remembered;
                remembered = null;
                for (ToLongFunction<MvFile> change : changes) {
                    long unused = change.applyAsLong(copy);
                }
                file = closingOnFailure(() -> exchange.put(file, copy));
                last.write(file.commitCount());
                durable = applied;
            } catch (RuntimeException | Error e) {
                copy.store.closeImmediately();
                throw e;
            }
        });
    }

    /** Puts a copy in the place of a file, durably, and opens it there. */
    @FunctionalInterface
    interface Exchange {
        MvFile put(MvFile old, MvFile copy);
    }

    /** Closes the store, without moving anything: compacting a file that a crash left behind is not safe. */
    void close() {
        locked(() -> {
            if (!file.store.isClosed()) {
                commit();
                file.store.sync();
                last.write(file.commitCount());
                file.store.close(0);
                last.close();
            }
        });
    }

    private void locked(Runnable work) {
        forcing.lock();
        changing.lock();
        try {
            work.run();
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
            long commits;
            changing.lock();
            try {
                checkUsable();
                covered = applied;
                commits = closingOnFailure(this::commit);
            } finally {
                changing.unlock();
            }
            force(commits);
            durable = covered;
        } finally {
            forcing.unlock();
        }
    }

    private long commit() {
        long commits = file.countCommit();
        file.store.commit();
        if (commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            file.store.compact(COMPACTED_FILL_PERCENT, COMPACTED_BYTES);
        }
        return commits;
    }

    /** Forces the disk; a disk that failed to do so once may have dropped what it held, so there is no second try. */
    private void force(long commits) {
        try {
            file.store.sync();
            last.write(commits);
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

    private <T> T closingOnFailure(Supplier<T> action) {
        try {
            return action.get();
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    private void fail(Throwable e) {
        failure = e;
        file.store.closeImmediately();
        last.close();
    }

    private void checkUsable() {
        if (failure != null) {
            throw new IllegalStateException("an earlier write failed", failure);
        }
    }
}
