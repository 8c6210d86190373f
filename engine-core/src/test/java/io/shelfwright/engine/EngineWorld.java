package io.shelfwright.engine;

import static org.awaitility.Awaitility.await;

import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An engine on a small catalog in a temporary directory; everything of it can be replaced by a script. */
final class EngineWorld implements AutoCloseable {
    static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

    /** Deadlines are long, so that a busy machine makes nothing late but what a test lets hang. */
    static final String DEFAULTS = """
            page { rows = 4, columns = 5, max-shelves-per-kind = 3 }
            shelves = [
              { id = albums,    title = Albums,    items = [album],        generators = [popular, other], min-cards = 3 }
              { id = artists,   title = Artists,   items = [artist],       generators = [popular, other], min-cards = 3 }
              { id = playlists, title = Playlists, items = [playlist],     generators = [popular, other], min-cards = 3 }
              { id = podcasts,  title = Podcasts,  items = [podcast-show], generators = [popular, other], min-cards = 3 }
              { id = mixed,     title = Mixed,     generators = [popular, other], min-cards = 3 }
              { id = more,      title = More,      generators = [popular, other], min-cards = 3 }
            ]
            generators = [popular, other]
            features = [tiny]
            ranking.ladder = [main, prior]
            deadlines { recall = 20s, features = 20s, ranking = 20s, rule = 20s, packing = 2s }
            """;

    final Path directory;
    final ScriptedPlugin plugin = new ScriptedPlugin();
    final InMemoryUserStateStore users = new InMemoryUserStateStore();
    final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    final SnapshotStore snapshots;
    /** Elapsed time that breakers go by, in nanoseconds; it stands still unless a test turns it. */
    final AtomicLong ticks = new AtomicLong();
    /** Counted down when the world ends; what hangs, hangs on it. */
    final CountDownLatch end = new CountDownLatch(1);

    private final ConcurrentHashMap<String, PageRecord> logged = new ConcurrentHashMap<>();
    private final List<ExperienceSink> sinks = new ArrayList<>();
    private UserStateStore store = users;
    private Metrics metrics = Metrics.NONE;
    private String extra = "";
    private @Nullable HomeEngine engine;

    EngineWorld(Path directory) {
        this.directory = directory;
        snapshots = new SnapshotStore(directory.resolve("snapshots"), now::get);
        plugin.makes("popular", Scripts::popular)
                .generator("other", request -> List.of())
                .features("tiny", Scripts.features())
                .ranker("main", context -> Scripts.sum(context.schema()));
    }

    static CatalogData catalog(CatalogSource source) {
        return new CatalogBuilder(source, NOW).build();
    }

    EngineWorld items(int n) {
        snapshots.publishCatalog("test", catalog(TinyCatalog.of(n, NOW)));
        return this;
    }

    /** Adds configuration, which overrides what is before it. */
    EngineWorld config(String text) {
        extra += text + "\n";
        return this;
    }

    EngineWorld store(UserStateStore value) {
        store = value;
        return this;
    }

    EngineWorld sink(ExperienceSink value) {
        sinks.add(value);
        return this;
    }

    EngineWorld metrics(Metrics value) {
        metrics = value;
        return this;
    }

    EngineConfig config() {
        return ConfigReader.readText(DEFAULTS + extra, directory);
    }

    Shelfwright.Builder builder() {
        Shelfwright.Builder builder = Shelfwright.builder(config())
                .plugins(List.of(plugin))
                .clock(now::get)
                .nanos(ticks::get)
                .metrics(metrics)
                .userStateStore(store)
                .experienceSink(new Log());
        sinks.forEach(builder::experienceSink);
        return builder;
    }

    HomeEngine engine() {
        HomeEngine open = engine;
        if (open == null) {
            if (snapshots.current().isEmpty()) {
                items(60);
            }
            open = builder().build();
            engine = open;
        }
        return open;
    }

    HomePage home(String user) {
        return engine().home(request(user).build());
    }

    /** A request whose page differs with the user only. */
    static HomeRequest.Builder request(String user) {
        return HomeRequest.forUser(user).requestId("r-" + user).at(NOW).seed(42);
    }

    /** Returns what was logged of a page. */
    PageRecord logged(HomePage page) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> logged.get(key(page)), Objects::nonNull);
    }

    /** Returns a degradation as {@code stage/instance/code}, so that a test reads at a glance. */
    static List<String> degradations(HomePage page) {
        List<String> found = new ArrayList<>();
        for (Degradation degradation : page.degradations()) {
            found.add(degradation.stage() + "/" + degradation.instance() + "/" + degradation.code());
        }
        return found;
    }

    @Override
    public void close() {
        end.countDown();
        HomeEngine open = engine;
        if (open != null) {
            open.close();
        }
    }

    private static String key(HomePage page) {
        return page.requestId() + " " + page.userId() + " " + page.stateVersion() + " " + page.seed() + " " + page.at()
                + " " + page.snapshot();
    }

    private final class Log implements ExperienceSink {
        @Override
        public void page(PageRecord page) {
            logged.put(key(page.page()), page);
        }

        @Override
        public void interaction(Interaction interaction) {}
    }
}
