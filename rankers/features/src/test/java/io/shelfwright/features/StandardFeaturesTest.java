package io.shelfwright.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.NoSettings;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestContext;
import io.shelfwright.testkit.TestUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class StandardFeaturesTest {
    private static final int WORLDS = 12;

    @Test
    void thePluginIsFoundAndMakesTheStandardSet() {
        ShelfwrightPlugin plugin = ServiceLoader.load(ShelfwrightPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals("features"))
                .findFirst()
                .orElseThrow();

        FeatureSet features = plugin.featureSets().get(0).create(new NoSettings(), TestContext.empty());

        assertThat(plugin.featureSets().get(0).name()).isEqualTo("standard");
        assertThat(features.features()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(features.features().stream().map(FeatureDeclaration::family).distinct())
                .containsExactlyInAnyOrder(
                        "user", "item", "user_item", "shelf_item", "context", "freshness", "popularity", "feedback");
    }

    @Test
    void everyValueLiesInItsRange() {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            for (int user = 0; user < world.users().size(); user++) {
                CandidateBatch batch = world.batch(user, 100);
                Computed computed = Computed.of(batch);
                for (int row = 0; row < batch.size(); row++) {
                    for (FeatureDeclaration feature : StandardFeatures.declarations()) {
                        double value = computed.get(row, feature.name());
                        if (!Double.isNaN(value)) {
                            assertThat(value).as(feature.name()).isBetween((double) feature.min(), (double)
                                    feature.max());
                        }
                    }
                }
            }
        });
    }

    @Test
    void everyFeatureVariesOverWorldsUnlessTheWorldsHoldItStill() {
        List<String> constant = new ArrayList<>();
        List<Computed> tables = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int seed = 0; seed < WORLDS; seed++) {
            SeededWorld world = SeededWorld.of(seed);
            for (int user = 0; user < world.users().size(); user++) {
                CandidateBatch batch = world.batch(user, 60);
                tables.add(Computed.of(batch));
                sizes.add(batch.size());
            }
        }
        for (FeatureDeclaration feature : StandardFeatures.declarations()) {
            List<Double> seen = new ArrayList<>();
            for (int table = 0; table < tables.size(); table++) {
                for (int row = 0; row < sizes.get(table); row++) {
                    seen.add(tables.get(table).get(row, feature.name()));
                }
            }
            if (seen.stream().distinct().count() < 2) {
                constant.add(feature.name());
            }
        }
        assertThat(constant)
                .as("test worlds have one time, one device, no source popularity, one generator and no join date")
                .isSubsetOf(
                        "user.tenure_days_log",
                        "context.hour_sin",
                        "context.hour_cos",
                        "context.weekend",
                        "context.device_phone",
                        "context.home_market",
                        "popularity.base",
                        "feedback.negative_genre",
                        "feedback.negative_kind",
                        "feedback.negative_shelf",
                        "shelf_item.proposals",
                        "shelf_item.evidence_count",
                        "shelf_item.sources_log");
    }

    @Test
    void aCandidatesValuesDoNotDependOnTheOthers() {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            int user = random.nextInt(world.users().size());
            CandidateBatch batch = world.batch(user, 80);
            StandardFeatures features = new StandardFeatures(TestContext.of(world.catalog()));
            Computed whole = Computed.of(features, batch);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                if (random.nextInt(3) > 0) {
                    order.add(i);
                }
            }
            Collections.shuffle(order, new Random(seed));
            TestCandidates some = TestCandidates.of(world.catalog(), batch.user());
            for (int candidate : order) {
                some.add(
                        batch.item(candidate).id(),
                        batch.shelf(candidate),
                        batch.generator(candidate),
                        batch.recallScore(candidate));
            }
            Computed subset = Computed.of(features, some.build());
            for (int i = 0; i < order.size(); i++) {
                assertThat(subset.row(i)).containsExactly(whole.row(order.get(i)));
            }
        });
    }

    @Test
    void anEmptyBatchComputesNothing() {
        TestCatalog catalog = TestCatalog.builder().build();
        CandidateBatch batch =
                TestCandidates.of(catalog, TestUser.of("u").build(catalog)).build();

        Computed.of(batch);
    }

    @Test
    void candidatesOfAnotherSnapshotAreRefused() {
        TestCatalog old = TestCatalog.builder().version("old").album("a", "x").build();
        TestCatalog fresh =
                TestCatalog.builder().version("fresh").album("a", "x").build();
        StandardFeatures features = new StandardFeatures(TestContext.of(old));
        CandidateBatch batch = TestCandidates.of(fresh, TestUser.of("u").build(fresh))
                .add("a", SeededWorld.shelves().get(0))
                .build();

        assertThatThrownBy(() -> features.compute(batch, (candidate, feature, value) -> {}))
                .hasMessageContaining("snapshot fresh")
                .hasMessageContaining("snapshot old");
    }
}
