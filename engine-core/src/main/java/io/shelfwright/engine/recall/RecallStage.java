package io.shelfwright.engine.recall;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.shelfwright.engine.config.DeadlineSettings;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.PageSettings;
import io.shelfwright.engine.plugins.Fault;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.Pending.Outcome;
import io.shelfwright.engine.plugins.PluginCall;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.plugins.PluginCalls.Started;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Journal;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.request.Visit.Earlier;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Second stage: asks all generators in parallel and merges what they propose.
 *
 * <p>A generator that fails or is late costs only its own candidates. A late result is kept: if the generator is late
 * again on the user's next page, the earlier result takes part.
 */
public final class RecallStage {
    private static final String STAGE = "recall";
    private static final int MOST_SHELVES = 1_000;
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
        List<Instance<CandidateGenerator>> generators = visit.generation().generators();
        List<Asked> asked = new ArrayList<>();
        for (Instance<CandidateGenerator> generator : generators) {
            asked.add(
                    visit.rerun().leavesOut(Journal.key(STAGE, generator.name()))
                            ? new Asked(generator, GeneratorResult.NONE, null)
                            : start(generator, visit));
        }
        ProposalMerge merge = new ProposalMerge(visit, configured, page.rows(), calls);
        long start = System.nanoTime();
        for (Asked one : asked) {
            GeneratorResult result = await(one, start, visit);
            if (result != null) {
                merge.add(one.generator().name(), result);
            }
        }
        return merge.table();
    }

    /**
     * A generator that was asked.
     *
     * @param known its result where it is known already
     * @param started the call where it is not
     */
    private record Asked(
            Instance<CandidateGenerator> generator,
            @Nullable GeneratorResult known,
            @Nullable Started<GeneratorResult> started) {}
    /** Forgets every result of a user. */
    public void erase(String userId) {
        cache.erase(userId);
    }

    /** Keeps no user's state any more that was computed with a catalog. */
    public void forget(Catalog catalog) {
        cache.forget(catalog);
    }

    public CacheStats cacheStats() {
        return cache.stats();
    }

    private Asked start(Instance<CandidateGenerator> generator, Visit visit) {
        Earlier earlier = visit.rerun().substitutes().get(Journal.key(STAGE, generator.name()));
        RequestContext context = earlier == null ? visit.context() : earlier.context();
        UserState user = earlier == null ? visit.user() : earlier.user();
        GeneratorResult known = earlier == null ? cache.get(visit, generator.name()) : null;
        if (known != null) {
            return new Asked(generator, known, null);
        }
        return new Asked(generator, null, calls.start(call(generator, visit), () -> {
            long start = System.nanoTime();
            try {
                return ask(generator, context, user);
            } finally {
                calls.metrics().time(STAGE, generator.name(), System.nanoTime() - start);
            }
        }));
    }

    private PluginCall call(Instance<CandidateGenerator> generator, Visit visit) {
        return visit.call(STAGE, generator, deadlines.recall());
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
            if (brought.size() == MOST_SHELVES) {
                throw new IllegalArgumentException("brings more than " + MOST_SHELVES + " shelves, which is the most");
            }
            brought.add(checked(shelf, generator.name()));
        }
        own.addAll(brought);
        if (own.isEmpty()) {
            return new GeneratorResult(brought, List.of(), false);
        }
        List<Proposal> given =
                generator.plugin().propose(new RecallRequest(context, user, own, page.candidatesPerShelf()));
        // Nothing that the list says of itself is believed: it may be made while it is read, and have no end.
        List<Proposal> read = new ArrayList<>();
        int most = own.size() * page.candidatesPerShelf();
        boolean cut = false;
        for (Proposal proposal : given) {
            if (read.size() == most) {
                cut = true;
                break;
            }
            read.add(Objects.requireNonNull(proposal, "a proposal"));
        }
        return new GeneratorResult(List.copyOf(brought), List.copyOf(read), cut);
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

    private @Nullable GeneratorResult await(Asked asked, long start, Visit visit) {
        Instance<CandidateGenerator> generator = asked.generator();
        String name = generator.name();
        visit.tellAgain(STAGE, name);
        Started<GeneratorResult> started = asked.started();
        if (started == null) {
            return asked.known();
        }
        PluginCall call = call(generator, visit);
        Duration limit = call.limit();
        Duration left = limit.minusNanos(System.nanoTime() - start);
        Outcome<GeneratorResult> outcome = started.await(left, result -> Optional.empty(), false);
        Fault fault = outcome.fault();
        if (fault == null) {
            GeneratorResult result = Objects.requireNonNull(outcome.result(), "a call without a fault has a result");
            if (!visit.rerun().cut().containsKey(Journal.key(STAGE, name))) {
                cache.put(visit, name, result);
            }
            return result;
        }
        if (fault.code().equals("late")) {
            return late(name, started, limit, visit);
        }
        // What a generator asks elsewhere may fail today and answer tomorrow.
        visit.journal().leftOut(calls.degradation(call, fault, outcome.cause()));
        return null;
    }

    private @Nullable GeneratorResult late(
            String name, Started<GeneratorResult> started, Duration deadline, Visit visit) {
        String limit = deadline.toMillis() + " ms";
        RecallCache.Late earlier = cache.late(visit, name);
        started.late(result -> cache.cameLate(visit, name, result));
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
