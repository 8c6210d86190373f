package io.shelfwright.engine.userstate;

import io.shelfwright.api.UserStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Works through a list of users with several threads; the first failure ends it. */
final class StatePreparation {
    private StatePreparation() {}

    /**
     * Works through users.
     *
     * @return how many were worked through: all
     * @throws UserStateException if a state cannot be computed
     */
    static int run(List<String> users, Consumer<String> work, int threads, IntConsumer progress) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < users.size(); i = next.getAndIncrement()) {
                        work.accept(users.get(i));
                        progress.accept(done.incrementAndGet());
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserStateException("interrupted after " + done.get() + " of " + users.size() + " users", e);
        } catch (ExecutionException e) {
            throw new UserStateException(
                    "the states of a new snapshot cannot be computed: " + e.getCause()
                            + "; see to the user state store",
                    e);
        } finally {
            next.set(users.size());
            pool.shutdownNow();
        }
    }
}
