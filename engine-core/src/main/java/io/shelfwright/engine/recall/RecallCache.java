package io.shelfwright.engine.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Generator results: those of a request, for its next pages and explanations, and late ones, for the user's next page.
 */
final class RecallCache {
    private final Cache<Key, GeneratorResult> results;
    private final Cache<LateKey, Late> late;
    private final Cache<String, Boolean> erased =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();

    /** Everything that a generator's answer may depend on. */
    private record Key(String generation, String instance, long stateVersion, RequestContext context) {}

    private record LateKey(String generation, String instance, String userId) {}

    /**
     * A result that came too late for its own request.
     *
     * @param context of that request
     * @param user the user's state at that time
     * @param result what came
     */
    record Late(RequestContext context, UserState user, GeneratorResult result) {}

    RecallCache(long size) {
        results = Caffeine.newBuilder().maximumSize(size).recordStats().build();
        late = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Nullable
    GeneratorResult get(Visit visit, String instance) {
        return results.getIfPresent(key(visit, instance));
    }

    void put(Visit visit, String instance, GeneratorResult result) {
        Key key = key(visit, instance);
        results.put(key, result);
        // Asked afterwards: an erasure that comes between finds what was put, or is found here.
        if (erased.getIfPresent(key.context().userId()) != null) {
            results.invalidate(key);
        }
    }

    @Nullable
    Late late(Visit visit, String instance) {
        return late.getIfPresent(new LateKey(
                visit.generation().identity(), instance, visit.context().userId()));
    }

    void cameLate(Visit visit, String instance, GeneratorResult result) {
        put(visit, instance, result);
        LateKey key = new LateKey(
                visit.generation().identity(), instance, visit.context().userId());
        late.put(key, new Late(visit.context(), visit.user(), result));
        if (erased.getIfPresent(key.userId()) != null) {
            late.invalidate(key);
        }
    }

    /** Forgets a user, and keeps for some time nothing of the user: what runs late may belong to a page of before. */
    void erase(String userId) {
        erased.put(userId, true);
        results.asMap().keySet().removeIf(key -> key.context().userId().equals(userId));
        late.asMap().keySet().removeIf(key -> key.userId().equals(userId));
    }

    /** Forgets late results whose users' states were computed with a catalog. */
    void forget(Catalog catalog) {
        late.asMap().values().removeIf(kept -> UserStates.madeWith(kept.user(), catalog));
    }

    CacheStats stats() {
        return results.stats();
    }

    /** The request id and the seed of a later page differ; generators are asked about the user, not about the page. */
    private static Key key(Visit visit, String instance) {
        RequestContext context = visit.context();
        RequestContext common = new RequestContext(
                "", context.userId(), context.at(), context.zone(), context.market(), context.device(), 0);
        return new Key(visit.generation().identity(), instance, visit.user().version(), common);
    }
}
