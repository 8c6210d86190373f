package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import io.shelfwright.spi.ExplorationPolicy.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exploration policies that fail leave the page as it was packed. */
class FailingPoliciesTest {
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
    void aPolicyThatThrowsLeavesTheBestCards(@TempDir Path elsewhere) {
        world.config(EXPLORE).plugin.policy("draw", (feasible, random) -> {
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("exploration/draw/failed");
        PageChecks.isUnexplored(page);
        assertThat(PageChecks.items(page)).isEqualTo(PageChecks.items(PageChecks.plain(elsewhere)));
    }

    @Test
    void aPolicyThatHangsForTheSecondSlotLeavesTheBestCardsInAll() throws Exception {
        AtomicInteger draws = new AtomicInteger();
        world.config(EXPLORE + ", deadlines.rule = 300ms")
                .plugin
                .policy(
                        "draw",
                        (feasible, random) -> draws.incrementAndGet() > 1
                                ? Scripts.hang(world.end)
                                : new Choice(feasible.size() - 1, 0.01, feasible.size()));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("exploration/draw/late");
        PageChecks.isUnexplored(page);
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aPolicyThatReturnsNonsenseLeavesTheBestCards() {
        List<Choice> nonsense = java.util.Arrays.asList(
                null,
                new Choice(-1, 0.5, 2),
                new Choice(1_000, 0.5, 2),
                new Choice(0, 0, 2),
                new Choice(0, 1.5, 2),
                new Choice(0, Double.NaN, 2),
                new Choice(0, 0.5, 0),
                new Choice(0, 0.5, 1_000));
        AtomicInteger next = new AtomicInteger();
        world.config(EXPLORE).plugin.policy("draw", (feasible, random) -> nonsense.get(next.get()));

        for (int i = 0; i < nonsense.size(); i++) {
            next.set(i);
            HomePage page = world.home("u" + i);

            PageChecks.isAGoodPage(page);
            PageChecks.isUnexplored(page);
            assertThat(degradations(page))
                    .containsExactly(i == 0 ? "exploration/draw/no-result" : "exploration/draw/bad-choice");
        }
    }
}
