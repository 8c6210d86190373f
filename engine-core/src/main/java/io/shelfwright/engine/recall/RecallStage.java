package io.shelfwright.engine.recall;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.shelfwright.engine.config.DeadlineSettings;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.PageSettings;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Journal;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.request.Visit.Earlier;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Second stage: asks all generators in parallel and merges what they propose.
 *
 * <p>A generator that fails or is late costs only its own candidates. A late result is kept: if the generator is late
 * again on the user's next page, the earlier result takes part.
 */
public final class RecallStage {
    private static final String STAGE = "recall";
    private static final int LONGEST_ID = 512;
    private static final int LONGEST_TITLE = 2_000;

    private final PluginCalls calls;
    private final RecallCache cache;
    private final PageSettings page;
    private final DeadlineSettings deadlines;
    private final List<ShelfSpec> configured;

    @Inject
    RecallStage(PluginCalls calls, EngineConfig config) {
        this.calls = calls;
        page = config.page();
        deadlines = config.deadlines();
        configured = config.shelves();
        cache = new RecallCache(config.storage().settings().recallCache());
    }

    /** Returns the candidates, de-duplicated by shelf and item, with the evidence of every generator kept. */
    public CandidateTable recall(Visit visit) {
        Map<Instance<CandidateGenerator>, CompletableFuture<GeneratorResult>> running = new LinkedHashMap<>();
        for (Instance<CandidateGenerator> generator : visit.generation().generators()) {
            if (visit.rerun().leavesOut(Journal.key(STAGE, generator.name()))) {
                running.put(generator, CompletableFuture.completedFuture(GeneratorResult.NONE));
            } else {
                running.put(generator, start(generator, visit));
            }
        }
        ProposalMerge merge = new ProposalMerge(visit, configured, page.rows(), calls);
        long deadline = System.nanoTime() + deadlines.recall().toNanos();
        running.forEach((generator, future) -> {
            GeneratorResult result = await(generator, future, deadline, visit);
            if (result != null) {
                merge.add(generator.name(), result);
            }
        });
        return merge.table();
    }

    /** Forgets every result of a user. */
    public void erase(String userId) {
        cache.erase(userId);
    }

    public CacheStats cacheStats() {
        return cache.stats();
    }

    private CompletableFuture<GeneratorResult> start(Instance<CandidateGenerator> generator, Visit visit) {
        Earlier earlier = visit.rerun().substitutes().get(Journal.key(STAGE, generator.name()));
        RequestContext context = earlier == null ? visit.context() : earlier.context();
        UserState user = earlier == null ? visit.user() : earlier.user();
        GeneratorResult known = earlier == null ? cache.get(visit, generator.name()) : null;
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<GeneratorResult> future = new CompletableFuture<>();
        long start = System.nanoTime();
        try {
            calls.submit(STAGE, generator.name(), () -> {
                try {
                    future.complete(ask(generator, context, user));
                } catch (Throwable e) { // a plugin's error must reach the request, whatever it is
                    future.completeExceptionally(e);
                } finally {
                    calls.metrics().time(STAGE, generator.name(), System.nanoTime() - start);
                }
                return true;
            });
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(e);
        }
        return future;
    }

    private GeneratorResult ask(Instance<CandidateGenerator> generator, RequestContext context, UserState user) {
        List<ShelfSpec> own = new ArrayList<>();
        for (ShelfSpec shelf : configured) {
            if (shelf.generators().contains(generator.name())) {
                own.add(shelf);
            }
        }
        List<ShelfSpec> brought = new ArrayList<>();
        for (ShelfSpec shelf :
                generator.plugin().shelves(new RecallRequest(context, user, own, page.candidatesPerShelf()))) {
            brought.add(checked(shelf, generator.name()));
        }
        own.addAll(brought);
        if (own.isEmpty()) {
            return new GeneratorResult(brought, List.of());
        }
        List<Proposal> proposals =
                generator.plugin().propose(new RecallRequest(context, user, own, page.candidatesPerShelf()));
        int most = own.size() * page.candidatesPerShelf();
        return new GeneratorResult(
                brought, List.copyOf(proposals.size() > most ? proposals.subList(0, most) : proposals));
    }

    /** A shelf that a generator brings must not break what comes after: pages, logs and cursors hold its id and title. */
    private static ShelfSpec checked(ShelfSpec shelf, String generator) {
        if (shelf.id().isBlank()
                || shelf.id().length() > LONGEST_ID
                || shelf.title().length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("brings a shelf with an id of "
                    + shelf.id().length() + " and a title of " + shelf.title().length()
                    + " characters; allowed are 1 to " + LONGEST_ID + " and at most " + LONGEST_TITLE);
        }
        return new ShelfSpec(
                shelf.id(),
                shelf.title(),
                Objects.requireNonNull(shelf.kind(), "kind of a shelf"),
                shelf.itemKinds(),
                List.of(generator),
                shelf.minCards(),
                shelf.maxCards(),
                shelf.pinnedRow());
    }

    private @Nullable GeneratorResult await(
            Instance<CandidateGenerator> generator,
            CompletableFuture<GeneratorResult> future,
            long deadline,
            Visit visit) {
        String name = generator.name();
        visit.tellAgain(STAGE, name);
        try {
            GeneratorResult result = visit.rerun().again()
                    ? future.get(deadlines.recall().toNanos() * 100, TimeUnit.NANOSECONDS)
                    : future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (!visit.rerun().cut().containsKey(Journal.key(STAGE, name))) {
                cache.put(visit, name, result);
            }
            return result;
        } catch (TimeoutException e) {
            return late(name, future, visit);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            // What a generator asks elsewhere may fail today and answer tomorrow.
            visit.journal().leftOut(STAGE, name);
            visit.journal()
                    .degraded(
                            cause instanceof RejectedExecutionException
                                    ? calls.failure(STAGE, name, "overloaded", String.valueOf(cause.getMessage()))
                                    : calls.failed(STAGE, name, cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            visit.journal().degraded(calls.failure(STAGE, name, "interrupted", "the request was interrupted"));
        }
        return null;
    }

    private @Nullable GeneratorResult late(String name, CompletableFuture<GeneratorResult> future, Visit visit) {
        String limit = deadlines.recall().toMillis() + " ms";
        RecallCache.Late earlier = cache.late(visit, name);
        calls.hangs(STAGE, name, future);
        var unused = future.thenAccept(result -> cache.cameLate(visit, name, result));
        if (earlier == null) {
            visit.journal().degraded(calls.failure(STAGE, name, "late", "took longer than " + limit));
            return null;
        }
        visit.journal()
                .degraded(calls.failure(
                        STAGE,
                        name,
                        "late",
                        "took longer than " + limit + "; its result for an earlier page took part"));
        visit.journal()
                .warmed(
                        STAGE,
                        name,
                        earlier.context().at() + "@" + earlier.user().version());
        return earlier.result();
    }
}
