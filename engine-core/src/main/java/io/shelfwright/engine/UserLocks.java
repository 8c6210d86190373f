package io.shelfwright.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A lock for each user: all that is done for one goes side by side, but for erasing, which goes alone. */
final class UserLocks {
    /** Forgets the locks that nobody holds. */
    private final LoadingCache<String, ReadWriteLock> locks =
            Caffeine.newBuilder().weakValues().build(user -> new ReentrantReadWriteLock());

    <T> T shared(String userId, Supplier<T> work) {
        ReadWriteLock both = locks.get(userId);
        return with(both.readLock(), work);
    }

    <T> T alone(String userId, Supplier<T> work) {
        ReadWriteLock both = locks.get(userId);
        return with(both.writeLock(), work);
    }

    private static <T> T with(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
