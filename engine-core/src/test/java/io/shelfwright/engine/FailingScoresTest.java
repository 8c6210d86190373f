package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Score rules that fail have no effect at all, not half of one. */
class FailingScoresTest {
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
    void aScoreRuleThatThrowsHalfwayHasNoEffectAtAll(@TempDir Path elsewhere) {
        world.config("rules.scores = [broken]").plugin.score("broken", (batch, adjustments) -> {
            adjustments.add(0, 5, "before it broke");
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("ranking/broken/failed");
        PageChecks.placedAsIn(page, PageChecks.plain(elsewhere));
    }

    @Test
    void aScoreRuleWithOneFactorThatIsNotFiniteHasNoEffectAtAll(@TempDir Path elsewhere) {
        world.config("rules.scores = [broken]").plugin.score("broken", (batch, adjustments) -> {
            for (int c = 0; c < batch.size(); c++) {
                adjustments.add(c, c == 7 ? Double.NaN : -c, "odd");
            }
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("ranking/broken/not-finite");
        PageChecks.placedAsIn(page, PageChecks.plain(elsewhere));
    }

    @Test
    void factorsThatAreFiniteButAddUpToNothingFiniteHaveNoEffect(@TempDir Path elsewhere) {
        world.config("rules.scores = [broken]").plugin.score("broken", (batch, adjustments) -> {
            adjustments.add(0, Double.MAX_VALUE, "huge");
            adjustments.add(0, Double.MAX_VALUE, "huge");
            adjustments.add(1, -Double.MAX_VALUE, "tiny");
            adjustments.add(1, -Double.MAX_VALUE, "tiny");
        });

        PageChecks.isAGoodPage(world.home("u"));
    }

    @Test
    void manyRulesThatRaiseAndLowerToTheLimitLeaveUtilitiesFinite() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String name = "rule-" + i;
            names.append(name).append(", ");
            world.plugin.score(name, (batch, adjustments) -> {
                for (int c = 0; c < batch.size(); c++) {
                    adjustments.add(c, batch.itemIndex(c) % 2 == 0 ? 1e6 : -1e6, "");
                }
            });
        }
        world.config("rules.scores = [" + names + "]");

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(page.degradations()).isEmpty();
    }

    @Test
    void aScoreRuleThatHangsHasNoEffect(@TempDir Path elsewhere) throws Exception {
        world.config("rules.scores = [broken], deadlines.rule = 300ms")
                .plugin
                .score("broken", (batch, adjustments) -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("ranking/broken/late");
        PageChecks.placedAsIn(page, PageChecks.plain(elsewhere));
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }
}
