package io.shelfwright.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Erasure;
import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.PluginInfo;
import io.shelfwright.api.PluginReload;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.Taste;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.SnapshotSettings;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.engine.intake.IntakeStage;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.packing.PackedPage;
import io.shelfwright.engine.packing.PlacedOdds;
import io.shelfwright.engine.recall.RecallStage;
import io.shelfwright.engine.reload.Upkeep;
import io.shelfwright.engine.request.Trace;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ShelfSpec;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine: takes a request in, sends it through the stages, and hands the page to the host and to the log. */
final class DefaultHomeEngine implements HomeEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultHomeEngine.class);
    private static final int EXPLAINABLE_PAGES = 1_000;

    private static final Duration ERASING = Duration.ofMinutes(2);

    private final UserLocks locks = new UserLocks();
    private final RecallStage recall;
    private final Path log;
    private final IntakeStage intake;
    private final Stages stages;
    private final ExperienceStage experience;
    private final PastPages past;
    private final UserStates users;
    private final Generations generations;
    private final LivePlugins plugins;
    private final SelfTest trial;
    private final Canaries canaries;
    private final EngineResources resources;
    private final Metrics metrics;
    private final InstantSource clock;
    private final EngineConfig config;
    private final List<String> shelves;
    private final ReentrantReadWriteLock lifecycle = new ReentrantReadWriteLock();
    private boolean closed;
    private final Cache<String, PageRecord> recent = Caffeine.newBuilder()
            .maximumSize(EXPLAINABLE_PAGES)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    @Inject
    DefaultHomeEngine(
            IntakeStage intake,
            RecallStage recall,
            Stages stages,
            ExperienceStage experience,
            PastPages past,
            UserStates users,
            Generations generations,
            LivePlugins plugins,
            SelfTest trial,
            EngineResources resources,
            Upkeep upkeep,
            Metrics metrics,
            InstantSource clock,
            EngineConfig config) {
        this.intake = intake;
        this.recall = recall;
        log = config.storage().settings().experience();
        this.stages = stages;
        this.experience = experience;
        this.past = past;
        this.users = users;
        this.generations = generations;
        this.plugins = plugins;
        this.trial = trial;
        this.resources = resources;
        this.metrics = metrics;
        this.clock = clock;
        this.config = config;
        canaries = new Canaries(config.canary(), generations, plugins, metrics, upkeep.timer());
        shelves = config.shelves().stream().map(ShelfSpec::id).toList();
        plugins.whenClosed(catalog -> {
            users.forget(catalog);
            recall.forget(catalog);
        });
    }

    @Override
    public HomePage home(HomeRequest request) {
        return whileOpen(request.userId(), () -> {
            long start = System.nanoTime();
            try (Generations.Lease lease = generations.lease(version -> canaries.takes(request.userId(), version))) {
                Visit visit = intake.accept(request, lease.generation(), Trace.OFF);
                visit.journal().took("intake", System.nanoTime() - start);
                PageRecord record = build(visit, request);
                experience.page(record);
                recent.put(key(record.page()), record);
                long took = System.nanoTime() - start;
                metrics.time("home", "home", took);
                canaries.page(record, took);
                return record.page();
            }
        });
    }

    @Override
    public Receipt record(Interaction interaction) {
        return whileOpen(interaction.userId(), () -> {
            Interaction timed = interaction.at() == null ? interaction.at(clock.instant()) : interaction;
            Receipt receipt = users.record(timed);
            if (!receipt.duplicate()) {
                experience.interaction(timed.withId(receipt.interactionId()));
                canaries.interaction(timed);
            }
            return receipt.withWarnings(warnings(timed));
        });
    }

    private List<String> warnings(Interaction interaction) {
        try (Generations.Lease lease = generations.lease()) {
            return new TargetCheck(lease.generation().catalog(), shelves, this::wasShown).warnings(interaction);
        }
    }

    private boolean wasShown(String shelf) {
        return recent.asMap().values().stream()
                .anyMatch(record -> record.page().shelf(shelf).isPresent());
    }

    @Override
    public Explanation explain(HomePage page, String itemId) {
        return whileOpen(page.userId(), () -> on(page.snapshot(), generation -> explain(page, itemId, generation)));
    }

    @Override
    public HomePage replay(PageRecord record) {
        String built = record.page().configHash();
        String own = plugins.blueprint().config().hash();
        if (!built.startsWith(own + "-")) {
            throw new BadRequestException("the page was built with configuration " + built + ", this engine has " + own
                    + "; replay it with an engine of that configuration");
        }
        return whileOpen(
                record.page().userId(),
                () -> on(record.page().snapshot(), generation -> past.replay(record, generation)));
    }

    @Override
    public Taste taste(String userId) {
        return whileOpen(userId, () -> facts(userId));
    }

    @Override
    public String export(String userId) {
        return whileOpen(userId, () -> {
            if (!experience.drain(ERASING)) {
                throw new ExperienceException("the pages of user " + userId
                        + " cannot be exported: the experience log does not take what waits for it; try again");
            }
            List<PageRecord> pages = new ArrayList<>();
            new ExperienceLogReader(log).pages(page -> {
                if (page.page().userId().equals(userId)) {
                    pages.add(page);
                }
            });
            return new UserExport()
                    .profile(users.profile(userId))
                    .interactions(users.interactions(userId))
                    .taste(facts(userId))
                    .pages(pages)
                    .json();
        });
    }

    @Override
    public Erasure erase(String userId) {
        return whileOpen(() -> locks.alone(userId, () -> {
            long versions = users.version(userId);
            recall.erase(userId);
            recent.asMap().values().removeIf(page -> page.page().userId().equals(userId));
            List<String> kept = experience.erase(userId, ERASING);
            users.erase(userId);
            return new Erasure(userId, versions, kept);
        }));
    }

    private Taste facts(String userId) {
        try (Generations.Lease lease = generations.lease(version -> canaries.takes(userId, version))) {
            Catalog catalog = lease.generation().catalog();
            return new UserFacts(users.current(userId, catalog), catalog, clock.instant());
        }
    }

    @Override
    public String snapshot() {
        return whileOpen(() -> {
            try (Generations.Lease lease = generations.lease()) {
                return lease.generation().version();
            }
        });
    }

    @Override
    public String refresh() {
        return whileOpen(() -> {
            plugins.refresh(generations, this::ready);
            refreshCandidate();
            plugins.collect();
            return snapshot();
        });
    }

    /** Begins or ends the trial of a candidate, if another one is named than the one that is tried. */
    void refreshCandidate() {
        if (config.canary().share() > 0) {
            whileOpen(() -> plugins.refreshCandidate(generations, canaries::refused, this::ready));
        }
    }

    /** Does the same for a watch; throws nothing. */
    void lookForCandidate() {
        try {
            refreshCandidate();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the candidate snapshot cannot be tried; trying again", e);
        }
    }

    /** Makes sure that a new snapshot can serve, and that the first pages of it need not wait for the states of their users. */
    private void ready(Generation next, Generation running) {
        trial.requireSnapshot(next, Optional.of(running));
        SnapshotSettings settings = config.snapshots();
        users.prepare(next.catalog(), settings.prepareUsers(), settings.prepareThreads(), done -> {});
    }

    @Override
    public List<PluginInfo> plugins() {
        return whileOpen(plugins::infos);
    }

    @Override
    public PluginReload reloadPlugins() {
        return whileOpen(() -> plugins.reload(Optional.empty(), generations, trial));
    }

    @Override
    public PluginReload reloadPlugin(String id) {
        return whileOpen(() -> plugins.reload(Optional.of(id), generations, trial));
    }

    @Override
    public void close() {
        lifecycle.writeLock().lock();
        try {
            closed = true;
            resources.close();
        } finally {
            lifecycle.writeLock().unlock();
        }
    }

    /** Erasing a user waits for what runs in here for that user, and what comes then waits for the erasing. */
    private <T> T whileOpen(String userId, Supplier<T> work) {
        return whileOpen(() -> locks.shared(userId, work));
    }

    /** Closing waits for what runs in here, and nothing starts in here afterwards. */
    private <T> T whileOpen(Supplier<T> work) {
        lifecycle.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the engine is closed; close it after the last request");
            }
            return work.get();
        } finally {
            lifecycle.readLock().unlock();
        }
    }

    /** Works on the snapshot that a page was built from, which may no longer be the one in use. */
    private <T> T on(String version, Function<Generation, T> work) {
        try (Generations.Lease lease = generations.lease(version::equals)) {
            if (lease.generation().version().equals(version)) {
                return work.apply(lease.generation());
            }
        }
        return plugins.on(version, work);
    }

    private Explanation explain(HomePage page, String itemId, Generation generation) {
        PageRecord record = recent.getIfPresent(key(page));
        if (record == null) {
            record = LoggedPage.latest(log, logged -> key(logged).equals(key(page)));
        }
        return past.explain(page, record, itemId, generation);
    }

    /** Tells what could be in each slot of a logged page, given the cards that were shown; the configuration must be its own. */
    PlacedOdds oddsAlong(PageRecord record, List<TrialModel> models) {
        return whileOpen(
                record.page().userId(),
                () -> on(record.page().snapshot(), generation -> past.oddsAlong(record, models, generation)));
    }

    /** Tells what this engine's configuration would put into each slot for a logged request, at the state of that time. */
    PlacedOdds odds(PageRecord record, String snapshot, long seed) {
        return whileOpen(record.page().userId(), () -> on(snapshot, generation -> past.odds(record, seed, generation)));
    }

    private PageRecord build(Visit visit, HomeRequest request) {
        PackedPage packed = stages.run(visit);
        experience.troubles().forEach(visit.journal()::degraded);
        PageAssembly assembly = new PageAssembly(visit, packed, IntakeStage.pageOf(request.cursor()));
        return assembly.record(assembly.page(), request.cursor(), clock.instant());
    }

    /** A host may use one request id for several pages, such as those of a cursor. */
    private static String key(HomePage page) {
        return String.join(
                "\u0000",
                page.requestId(),
                page.userId(),
                page.snapshot(),
                Long.toString(page.stateVersion()),
                Long.toString(page.seed()),
                page.at().toString());
    }
}
