package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Placement rules that fail are left out of the page. */
class FailingPlacementsTest {
    private static final String EXPLORE =
            "exploration { policy = draw, slots = 3, first-position = 2, last-position = 19 }";

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

    @Test
    void aPlacementRuleThatThrowsHasNoEffect(@TempDir Path elsewhere) {
        world.config("rules.placements = [broken]")
                .plugin
                .placement("broken", Scripts.placement(3, (prefix, slot, item) -> {
                    throw new IllegalStateException("broken");
                }));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("placement/broken/failed");
        PageChecks.placedAsIn(page, PageChecks.plain(elsewhere));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.NEGATIVE_INFINITY})
    void aPlacementRuleWithPenaltiesThatAreNoneHasNoEffect(double penalty) {
        world.config("rules.placements = [broken]")
                .plugin
                .placement("broken", Scripts.placement(3, (prefix, slot, item) -> penalty));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("placement/broken/failed");
    }

    @Test
    void aPlacementRuleThatThrowsInItsOtherMethodsHasNoEffect() {
        world.config("rules.placements = [broken]\n" + EXPLORE)
                .plugin
                .policy("draw", Scripts.proportional(1))
                .placement("broken", new PlacementRule() {
                    @Override
                    public int window() {
                        throw new IllegalStateException("window");
                    }

                    @Override
                    public boolean forbids() {
                        throw new IllegalStateException("forbids");
                    }

                    @Override
                    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
                        return item -> 0;
                    }
                });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("placement/broken/failed");
    }

    @Test
    void aPlacementRuleThatHangsIsLeftOutAndTheOthersStay() throws Exception {
        world.config("rules.placements = [window, stuck], deadlines.packing = 50ms")
                .plugin
                .placement("window", Scripts.artistWindow(2))
                .placement("stuck", Scripts.placement(3, (prefix, slot, item) -> Scripts.<Double>hang(world.end)));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("placement/stuck/late");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPlacementRuleThatHangsOnlyWhileCardsAreDrawnLeavesThePageUnexplored() throws Exception {
        AtomicInteger slots = new AtomicInteger();
        world.config("rules.placements = [stuck], deadlines.packing = 50ms\n" + EXPLORE)
                .plugin
                .policy("draw", Scripts.proportional(1))
                .placement("stuck", new PlacementRule() {
                    @Override
                    public int window() {
                        return 3;
                    }

                    @Override
                    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
                        return slots.incrementAndGet() > 20 ? Scripts.hang(world.end) : item -> 0;
                    }
                });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("exploration/draw/late");
        assertThat(page.degradations().get(0).message()).contains("'stuck'");
        PageChecks.isUnexplored(page);
        slots.set(-1_000_000);
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }
}
