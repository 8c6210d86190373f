package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.packing.FastPagePacker;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.Proposal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that change what they were given: it is a copy, or it cannot be changed. */
class MutatingPluginsTest {
    @TempDir
    private Path directory;

    private EngineWorld world;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).metrics(new CountingMetrics(counts));
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void aRankerThatChangesFeatureRowsIsReplacedByTheNextRungWhichSeesThemAsTheyWere(@TempDir Path elsewhere)
            throws Exception {
        world.plugin.ranker(
                "main",
                context -> Scripts.ranker((rows, logits) -> {
                    Arrays.fill(rows.values(), 0.25f);
                    Arrays.fill(logits, 1);
                }));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("ranking/main/mutated");
        assertThat(counts).containsKey("ranking/main/mutated");
        try (EngineWorld other = new EngineWorld(elsewhere).config("ranking.ladder = [prior]")) {
            HomePage plain = other.home("u");
            PageChecks.samePageBut(page, plain);
            assertThat(features(world.logged(page))).isEqualTo(features(other.logged(plain)));
        }
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aRankerThatKeepsItsRowsAndScoresAndChangesThemAfterwardsChangesNothing(@TempDir Path elsewhere)
            throws Exception {
        AtomicReference<FeatureMatrix> kept = new AtomicReference<>();
        AtomicReference<float[]> scores = new AtomicReference<>();
        world.config("rules.scores = [late]")
                .plugin
                .ranker(
                        "main",
                        context -> Scripts.ranker((rows, logits) -> {
                            Scripts.sum(rows.schema()).score(rows, logits);
                            kept.set(rows);
                            scores.set(logits);
                        }))
                .score("late", (batch, adjustments) -> {
                    Arrays.fill(kept.get().values(), 7);
                    Arrays.fill(scores.get(), Float.NaN);
                });

        HomePage page = world.home("u");

        assertThat(page.degradations()).isEmpty();
        PageChecks.samePageBut(page, PageChecks.plain(elsewhere));
        assertThat(features(world.logged(page))).doesNotContain("7.0");
    }

    @Test
    void aPackerThatChangesItsProblemIsReplacedByTheFastOneWhichSeesItAsItWas(@TempDir Path elsewhere)
            throws Exception {
        world.config("packing.packer = broken").plugin.packer("broken", (problem, budget) -> {
            for (double[] row : problem.examination()) {
                Arrays.fill(row, 0.5);
            }
            for (PackingProblem.Shelf shelf : problem.shelves()) {
                Arrays.fill(shelf.values(), 1);
                Arrays.fill(shelf.items(), 0);
            }
            return new FastPagePacker().pack(problem, budget);
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).hasSize(1).allMatch(told -> told.matches("packing/broken/(mutated|failed)"));
        try (EngineWorld other = new EngineWorld(elsewhere).config("packing.packer = fast")) {
            PageChecks.samePageBut(page, other.home("u"));
        }
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPackerWithAGoodPageOfAProblemThatItChangedIsRefusedToo() {
        world.config("packing.packer = broken").plugin.packer("broken", (problem, budget) -> {
            var packing = new FastPagePacker().pack(problem, budget);
            problem.shelves().get(0).values()[0] += 1;
            return packing;
        });

        assertThat(degradations(world.home("u"))).containsExactly("packing/broken/mutated");
    }

    @Test
    void aPackerThatChangesItsPageAfterwardsChangesNothing(@TempDir Path elsewhere) {
        AtomicReference<int[]> kept = new AtomicReference<>();
        world.config("packing.packer = keeps, rules.placements = [late]")
                .plugin
                .packer("keeps", (problem, budget) -> {
                    var packing = new FastPagePacker().pack(problem, budget);
                    kept.set(packing.rows().get(0).candidates());
                    return packing;
                })
                .placement("late", Scripts.placement(1, (prefix, slot, item) -> {
                    Arrays.fill(kept.get(), -1);
                    return 0;
                }));

        HomePage page = world.home("u");

        assertThat(page.degradations()).isEmpty();
        try (EngineWorld other = new EngineWorld(elsewhere).config("packing.packer = fast")) {
            PageChecks.samePageBut(page, other.home("u"));
        }
    }

    @Test
    void aGeneratorThatGoesOnChangingItsListChangesNothing(@TempDir Path elsewhere) {
        List<Proposal> kept = Collections.synchronizedList(new ArrayList<>());
        world.config("rules.scores = [late]")
                .plugin
                .makes("popular", context -> request -> {
                    kept.addAll(Scripts.popular(context).propose(request));
                    return kept;
                })
                .score("late", (batch, adjustments) -> kept.clear());

        PageChecks.samePageBut(world.home("u"), PageChecks.plain(elsewhere));
    }

    @Test
    void whatAllInstancesShareCannotBeChanged() {
        List<Throwable> refused = Collections.synchronizedList(new ArrayList<>());
        world.config("rules.scores = [greedy]")
                .plugin
                .generator("other", request -> {
                    attempt(refused, () -> request.shelves().clear());
                    attempt(refused, () -> request.user().histories().clear());
                    return List.of();
                })
                .score("greedy", (batch, adjustments) -> changeAll(batch, refused));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(page.degradations()).isEmpty();
        assertThat(refused).hasSize(13).allMatch(UnsupportedOperationException.class::isInstance);
    }

    private static void changeAll(CandidateBatch batch, List<Throwable> refused) {
        attempt(refused, () -> batch.user().histories().clear());
        attempt(refused, () -> batch.user().artists().clear());
        attempt(refused, () -> batch.user().genres().clear());
        attempt(refused, () -> batch.user().lastSession().clear());
        attempt(refused, () -> batch.user().negativeFeedback().add(null));
        attempt(refused, () -> batch.evidence(0).clear());
        attempt(refused, () -> batch.evidence(0).get(0).sources().add("x"));
        attempt(refused, () -> batch.item(0).genres().clear());
        attempt(refused, () -> batch.item(0).artistIds().clear());
        attempt(refused, () -> batch.shelf(0).generators().clear());
        attempt(refused, () -> batch.catalog().kinds().clear());
        // What is not a list is a copy.
        Arrays.fill(batch.catalog().itemsOfKind(TinyCatalog.KINDS.get(0)).toArray(), -1);
        assertThat(batch.catalog().itemsOfKind(TinyCatalog.KINDS.get(0)).get(0)).isNotNegative();
    }

    private static void attempt(List<Throwable> refused, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            refused.add(e);
        }
    }

    @Test
    void aSinkThatChangesARecordChangesItForNobodyElse() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        world.sink(new ExperienceSink() {
            @Override
            public void page(PageRecord page) {
                page.slots().forEach(slot -> Arrays.fill(slot.features(), 9));
                page.slots().forEach(slot -> Arrays.fill(slot.logits(), 9));
                taken.countDown();
            }

            @Override
            public void interaction(io.shelfwright.api.Interaction interaction) {}
        });

        HomePage page = world.home("u");
        taken.await();

        assertThat(features(world.logged(page))).doesNotContain("9.0");
        assertThat(world.logged(page).slots())
                .allSatisfy(slot -> assertThat(slot.logits()).doesNotContain(9f));
        assertThatThrownBy(() -> world.logged(page).slots().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static String features(PageRecord record) {
        StringBuilder text = new StringBuilder();
        for (SlotRecord slot : record.slots()) {
            text.append(slot.itemId()).append(Arrays.toString(slot.features())).append('\n');
        }
        return text.toString();
    }
}
