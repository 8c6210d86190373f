package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorRows;
import io.shelfwright.engine.vectors.VectorSpace;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.VectorOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may pass the door: a snapshot is published, and taken over, only if pages from it lack nothing that they have now. */
class DoormanTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).items(40);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private SnapshotStore guarded() {
        return world.snapshots.checkedBy(world.builder().doorman());
    }

    private void isRefused(SnapshotStore store, SnapshotStore.Writer models, String... words) {
        assertThatThrownBy(() -> store.publishModels("bad", models))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContainingAll(words);
        assertThat(world.snapshots.current()).hasValue("000001");
        assertThat(world.snapshots.versions()).containsExactly("000001");
    }

    private static void model(Path models, String name, String text) throws IOException {
        Files.createDirectories(models.resolve("main"));
        Files.writeString(models.resolve("main").resolve(name), text);
    }

    /** A ranker that reads its schema from its model, as real ones do; without a model it fits every transform. */
    private void rankersReadTheirSchema() {
        world.plugin.ranker("main", context -> {
            Optional<Path> model = context.model("main");
            if (model.isEmpty()) {
                return Scripts.sum(context.schema());
            }
            try {
                String feature = Files.readString(model.get().resolve("feature"));
                return feature.equals("same")
                        ? Scripts.sum(context.schema())
                        : new Scripts.SumRanker(Optional.of(new FeatureSchema(
                                List.of(FeatureDeclaration.of(feature, "Of a test.", "share", 0, 1)))));
            } catch (IOException e) {
                throw new IllegalStateException("the model has no file feature", e);
            }
        });
    }

    @Test
    void aGoodSnapshotIsPublishedAndItsManifestSaysWhatWasChecked() {
        rankersReadTheirSchema();

        String version = guarded().publishModels("good", models -> model(models, "feature", "same"));

        Snapshot published = world.snapshots.open(version);
        assertThat(published.facts())
                .containsEntry("model.main", "serves")
                .containsEntry("checked.items", "40")
                .containsEntry("checked.pages", "4")
                .containsKey("schema");
    }

    @Test
    void aModelThatWasTrainedOnOtherFeaturesIsRefusedBeforeAnyPageIsServedWithIt() {
        rankersReadTheirSchema();

        isRefused(
                guarded(),
                models -> model(models, "feature", "artist.age"),
                "model 'main'",
                "schema-mismatch",
                "artist.age",
                "refused");
    }

    @Test
    void aModelThatCannotBeLoadedAndADamagedCalibrationAreRefused() {
        rankersReadTheirSchema();

        isRefused(guarded(), models -> model(models, "weights", "1"), "model 'main'", "has no file feature");
        isRefused(
                guarded(),
                models -> {
                    model(models, "feature", "same");
                    model(models, Calibration.FILE, "albums\tstream\tone\n");
                },
                "calibration",
                "damaged");
    }

    @Test
    void aModelThatDegradesPagesIsRefusedWithWhatTheyLack() {
        world.plugin.ranker(
                "main",
                context -> context.model("main").isPresent()
                        ? Scripts.ranker((rows, logits) -> java.util.Arrays.fill(logits, Float.NaN))
                        : Scripts.sum(context.schema()));

        isRefused(guarded(), models -> model(models, "weights", "1"), "'main' (ranking) not-finite", "unknown user");
    }

    @Test
    void whatAlreadyDegradesPagesIsNoReasonToRefuseTheNext() {
        world.plugin.generator("other", request -> {
            throw new IllegalStateException("broken for ever");
        });

        assertThat(guarded().publishCatalog("next", EngineWorld.catalog(TinyCatalog.of(48, NOW))))
                .isEqualTo("000002");
    }

    @Test
    void aCatalogWithoutItemsToShowIsRefusedWhereTheOldOneHasSome() {
        assertThatThrownBy(() -> guarded().publishCatalog("empty", EngineWorld.catalog(TinyCatalog.of(0, NOW))))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("empty");
        assertThat(world.snapshots.current()).hasValue("000001");
    }

    @Test
    void aSnapshotWithoutACatalogOrWithVectorsOfAnotherOneIsRefusedByEveryStore() {
        VectorSpace space = new VectorSpace("collaborative", 2, "synthetic", 1, Map.of(), Optional.empty());
        VectorRows rows = new VectorRows() {
            @Override
            public VectorOrigin origin(int item) {
                return VectorOrigin.LEARNED;
            }

            @Override
            public void copy(int item, float[] target) {
                target[0] = item;
            }
        };
        var others = EngineWorld.catalog(TinyCatalog.of(39, NOW)).items();

        for (SnapshotStore store : List.of(world.snapshots, guarded())) {
            assertThatThrownBy(
                            () -> store.publish("no catalog", staging -> Files.writeString(staging.resolve("a"), "a")))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContaining("catalog");
            assertThatThrownBy(() ->
                            store.publishVectors("of 39", target -> VectorFiles.write(target, space, others, rows)))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContainingAll("'collaborative'", "catalog of 39 items");
            assertThat(store.versions()).containsExactly("000001");
        }
    }

    @Test
    void anEngineRefusesASnapshotWhosePagesLackWhatTheOldOnesHave() {
        world.plugin.ranker(
                "main",
                context -> context.model("main").isPresent()
                        ? Scripts.ranker((rows, logits) -> java.util.Arrays.fill(logits, Float.NaN))
                        : Scripts.sum(context.schema()));
        HomePage before = world.home("u");
        world.snapshots.publishModels("bad", models -> model(models, "weights", "1"));

        assertThatThrownBy(() -> world.engine().refresh())
                .isInstanceOf(SnapshotException.class)
                .hasMessageContainingAll("snapshot 000002 is refused", "not-finite", "an unknown user");

        PageChecks.sameBytes(world.home("u"), before);
        assertThat(world.snapshots.rollback()).isEqualTo("000001");
        assertThat(world.engine().refresh()).isEqualTo("000001");
    }

    @Test
    void theStatesOfTheUsersAreComputedBeforeANewSnapshotServes() {
        AtomicInteger reads = new AtomicInteger();
        world.store(new CountingStore(world.users, reads));
        world.home("u");
        world.engine().record(Interaction.of("u", InteractionType.PLAY, TinyCatalog.id(3)));
        world.engine().record(Interaction.of("v", InteractionType.PLAY, TinyCatalog.id(4)));
        world.items(60);
        world.engine().refresh();
        reads.set(0);

        world.home("u");
        world.home("v");

        assertThat(reads).as("interactions read to build the first pages").hasValue(0);
    }

    @Test
    void requestsThatRunEndOnTheOldSnapshotAndItsFilesStayUntilThen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        world.config("snapshots.keep = 1");
        world.plugin.makes("other", context -> request -> {
            if (context.catalog().size() == 40 && request.context().userId().equals("slow")) {
                calls.incrementAndGet();
                begun.countDown();
                awaitLatch(go);
            }
            return List.of();
        });
        world.engine();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<HomePage> running = thread.submit(() -> world.home("slow"));
            begun.await();
            for (int items : List.of(44, 48, 52)) {
                world.items(items);
                world.engine().refresh();
            }
            assertThat(world.snapshots.versions())
                    .as("1 is in use by a request")
                    .containsExactly("000001", "000003", "000004");
            go.countDown();
            assertThat(running.get(60, TimeUnit.SECONDS).snapshot()).isEqualTo("000001");
        } finally {
            go.countDown();
            thread.shutdown();
        }
        assertThat(world.home("slow").snapshot()).isEqualTo("000004");
        assertThat(world.snapshots.collect(1)).containsExactly("000001");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void everyEngineThatWatchesADirectorySwapsToWhatIsPublishedThere() {
        world.config("snapshots { watch = on, watch-interval = 10ms }");
        world.engine();
        try (EngineWorld second = new EngineWorld(directory)) {
            second.config("snapshots { watch = on, watch-interval = 10ms }, storage.experience = other");
            List<HomeEngine> engines = List.of(world.engine(), second.engine());
            Consumer<String> allServe = version -> engines.forEach(engine -> await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(engine.snapshot()).isEqualTo(version)));

            world.items(60);
            allServe.accept("000002");
            world.snapshots.rollback();
            allServe.accept("000001");
        }
    }

    @Test
    void anEngineThatDoesNotWatchStaysWhereItIs() {
        world.engine();
        world.items(60);

        assertThat(world.home("u").snapshot()).isEqualTo("000001");
    }

    @Test
    void oldVersionsAreDeletedButNotTheOnesInUseToGoBackToOrOnTrial() {
        for (int i = 0; i < 6; i++) {
            world.items(44 + 4 * i);
        }
        world.snapshots.trials().nominate("000002");
        world.snapshots.rollback("000004");

        assertThat(world.snapshots.previous()).hasValue("000007");
        assertThat(world.snapshots.collect(1)).containsExactly("000001", "000003", "000005", "000006");
        assertThat(world.snapshots.versions()).containsExactly("000002", "000004", "000007");
        assertThat(world.snapshots.trials().withdraw("000002", "done")).isTrue();
        assertThat(world.snapshots.collect(1)).containsExactly("000002");
        assertThat(world.items(99).snapshots.current()).hasValue("000008");
    }

    @Test
    void aStoreThatKeepsAFewDeletesOldVersionsWithEachPublication() {
        SnapshotStore store = world.snapshots.keeping(() -> 2);
        for (int i = 0; i < 4; i++) {
            store.publishCatalog("next", EngineWorld.catalog(TinyCatalog.of(44 + 4 * i, NOW)));
        }

        assertThat(store.versions()).containsExactly("000004", "000005");
    }

    @Test
    void aDeletedVersionIsAClearErrorToWhoeverAsksForIt() throws IOException {
        HomePage page = world.config("snapshots.keep = 1").home("u");
        world.items(44).items(48);
        world.engine().refresh();
        assertThat(world.snapshots.versions()).doesNotContain("000001");

        assertThatThrownBy(() -> world.engine().replay(world.logged(page)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("there is no snapshot '000001'");
        assertThatThrownBy(() -> world.snapshots.collect(0)).hasMessageContaining("allowed is 1");
        assertThat(CatalogFiles.read(world.snapshots.open().catalog()).items()).hasSize(48);
    }
}
