package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.CatalogException;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.UserProfile;
import io.shelfwright.api.UserStateException;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's data: a store or a catalog that fails is a typed error, a sink that fails costs nothing. */
class StoresAndSinksTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    /** A store whose methods throw what a driver would. */
    private static final class BrokenStore implements UserStateStore {
        private volatile String broken;

        BrokenStore(String broken) {
            this.broken = broken;
        }

        private void use(String method) {
            if (method.equals(broken)) {
                throw new IllegalStateException("connection reset");
            }
        }

        @Override
        public Optional<UserProfile> profile(String userId) {
            use("profile");
            return Optional.empty();
        }

        @Override
        public void putProfile(UserProfile profile) {}

        @Override
        public List<Interaction> interactions(String userId, long version) {
            use("interactions");
            return List.of();
        }

        @Override
        public long version(String userId) {
            use("version");
            return 0;
        }

        @Override
        public long append(Interaction interaction) {
            use("append");
            return 1;
        }

        @Override
        public void appendAll(List<Interaction> interactions) {}

        @Override
        public void erase(String userId) {
            throw new IllegalStateException("disk on fire");
        }

        @Override
        public void users(Consumer<String> consumer) {}

        @Override
        public void close() {}
    }

    @Test
    void aStoreThatFailsIsATypedErrorAndTheNextRequestIsFine() {
        BrokenStore store = new BrokenStore("");
        world.store(store).engine();

        for (String method : List.of("profile", "interactions", "version")) {
            store.broken = method;
            assertThatThrownBy(() -> world.home("user-of-" + method))
                    .isInstanceOf(UserStateException.class)
                    .hasMessageContaining("connection reset")
                    .hasMessageContaining("user-of-" + method);
        }
        store.broken = "";
        PageChecks.isAGoodPage(world.home("u"));
    }

    @Test
    void aStoreThatCannotRecordIsATypedErrorAndNothingIsLogged() {
        List<Interaction> taken = new CopyOnWriteArrayList<>();
        world.store(new BrokenStore("append")).sink(new ExperienceSink() {
            @Override
            public void page(PageRecord page) {}

            @Override
            public void interaction(Interaction interaction) {
                taken.add(interaction);
            }
        });

        assertThatThrownBy(() -> world.engine().record(Interaction.of("u", InteractionType.PLAY, "item-000")))
                .isInstanceOf(UserStateException.class);
        world.close();

        assertThat(taken).isEmpty();
    }

    @Test
    void aSinkThatThrowsDelaysNoPageAndLosesNothing() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        List<String> taken = new CopyOnWriteArrayList<>();
        world.sink(new ExperienceSink() {
            @Override
            public void page(PageRecord page) {
                if (broken.get()) {
                    throw new IllegalStateException("broker is down");
                }
                taken.add(page.page().requestId());
            }

            @Override
            public void interaction(Interaction interaction) {}
        });
        List<String> served = new ArrayList<>();
        HomePage last = world.home("first");
        served.add(last.requestId());
        while (last.degradations().isEmpty()) {
            // The sink is told of a page a moment after it was served.
            last = world.home("u" + served.size());
            served.add(last.requestId());
        }
        broken.set(false);

        assertThat(EngineWorld.degradations(last)).containsExactly("experience/host-1/failing");
        PageChecks.sameBytes(world.engine().replay(world.logged(last)), last);
        world.close();

        List<String> kept = new ArrayList<>(taken);
        kept.addAll(pages(directory.resolve("experience").resolve("host-1")));
        assertThat(kept).containsExactlyInAnyOrderElementsOf(served);
        assertThat(pages(directory.resolve("experience"))).containsAll(served);
    }

    private static List<String> pages(Path directory) {
        List<String> ids = new ArrayList<>();
        new ExperienceLogReader(directory).pages(record -> ids.add(record.page().requestId()));
        return ids;
    }

    @Test
    void aCatalogThatGivesAnIdTwiceIsRefusedAndTheOldSnapshotStays() {
        world.items(60).engine();
        TinyCatalog twice = TinyCatalog.of(10, NOW)
                .with(Item.builder(TinyCatalog.id(3), TinyCatalog.KINDS.get(0), "Again")
                        .build());

        assertThatThrownBy(() -> world.snapshots.publishCatalog("twice", EngineWorld.catalog(twice)))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("item-003")
                .hasMessageContaining("twice");

        assertThat(world.engine().refresh()).isEqualTo("000001");
        PageChecks.isAGoodPage(world.home("u"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void aCatalogThatCannotBeReadIsATypedErrorAndTheOldSnapshotStays() {
        world.items(60).engine();
        for (int way = 0; way < 4; way++) {
            int broken = way;
            CatalogSource source = new CatalogSource() {
                @Override
                public void items(Consumer<Item> consumer) {
                    if (broken == 0) {
                        throw new IllegalStateException("table locked");
                    }
                    consumer.accept(
                            broken == 1
                                    ? null
                                    : Item.builder("a", TinyCatalog.KINDS.get(0), "A")
                                            .build());
                }

                @Override
                public Map<String, String> artistNames() {
                    return broken == 2 ? null : Map.of();
                }

                @Override
                public void interactions(Consumer<Interaction> consumer) {
                    if (broken == 3) {
                        consumer.accept(Interaction.of("u", InteractionType.PLAY, "a"));
                    }
                }
            };

            assertThatThrownBy(() -> world.snapshots.publishCatalog("broken", EngineWorld.catalog(source)))
                    .as("way %d", way)
                    .isInstanceOf(CatalogException.class);
        }
        assertThat(world.snapshots.versions()).containsExactly("000001");
        PageChecks.isAGoodPage(world.home("u"));
    }

    /** Gives items without end, until whoever reads them has had enough. */
    private static final class Endless implements CatalogSource {
        private final AtomicBoolean stopped = new AtomicBoolean();

        @Override
        public void items(Consumer<Item> consumer) {
            try {
                boolean interrupted = false;
                for (int i = 0; ; i++) {
                    Thread.onSpinWait();
                    if (i < 10) {
                        consumer.accept(Item.builder("item-" + i, TinyCatalog.KINDS.get(0), "A")
                                .build());
                    }
                    interrupted |= Thread.interrupted();
                    if (interrupted) {
                        // This is what a source does that cannot be interrupted: it goes on giving.
                        consumer.accept(Item.builder("late", TinyCatalog.KINDS.get(0), "A")
                                .build());
                    }
                }
            } finally {
                stopped.set(true);
            }
        }

        @Override
        public Map<String, String> artistNames() {
            return Map.of();
        }

        @Override
        public void interactions(Consumer<Interaction> consumer) {}
    }

    @Test
    void aCatalogThatNeverEndsIsGivenUpAndTheOldSnapshotStays() {
        world.items(60).engine();
        Endless endless = new Endless();

        assertThatThrownBy(() -> new CatalogBuilder(endless, NOW, Duration.ofMillis(100)).build())
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("Endless took longer than 100 ms")
                .hasMessageContaining("the snapshot in use stays in use");

        await().atMost(Duration.ofSeconds(20)).untilTrue(endless.stopped);
        assertThat(world.engine().refresh()).isEqualTo("000001");
        PageChecks.isAGoodPage(world.home("u"));
    }

    @Test
    void aCatalogThatThrowsAnErrorHalfwayIsATypedErrorToo() {
        CatalogSource source = new CatalogSource() {
            @Override
            public void items(Consumer<Item> consumer) {
                consumer.accept(Item.builder("a", TinyCatalog.KINDS.get(0), "A").build());
                throw new NoClassDefFoundError("org/acme/Driver");
            }

            @Override
            public Map<String, String> artistNames() {
                return Map.of();
            }

            @Override
            public void interactions(Consumer<Interaction> consumer) {}
        };

        assertThatThrownBy(() -> EngineWorld.catalog(source))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("org/acme/Driver");
    }

    @Test
    void noStagingIsLeftBehind() throws Exception {
        world.items(60);
        try (Stream<Path> left = Files.list(directory.resolve("snapshots"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(".lock", "000001", "CURRENT");
        }
    }
}
