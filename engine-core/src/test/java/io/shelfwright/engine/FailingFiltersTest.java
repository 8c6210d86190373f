package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filter rules that fail drop nothing. */
class FailingFiltersTest {
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
    void aFilterRuleThatThrowsDropsNothing(@TempDir Path elsewhere) {
        world.config("rules.filters = [broken]").plugin.filter("broken", (batch, drops) -> {
            drops.drop(0, "before it broke");
            throw new IllegalStateException("broken");
        });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("eligibility/broken/failed");
        PageChecks.placedAsIn(page, PageChecks.plain(elsewhere));
    }

    @Test
    void aFilterRuleThatHangsDropsNothing(@TempDir Path elsewhere) throws Exception {
        world.config("rules.filters = [broken], deadlines.rule = 300ms")
                .plugin
                .filter("broken", (batch, drops) -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("eligibility/broken/late");
        PageChecks.placedAsIn(page, PageChecks.plain(elsewhere));
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aFilterRuleThatGivesNoReasonDropsAllTheSame() {
        world.config("rules.filters = [silent]").plugin.filter("silent", (batch, drops) -> {
            for (int c = 0; c < batch.size(); c++) {
                if (batch.item(c).id().equals("item-056")) {
                    drops.drop(c, c % 2 == 0 ? null : "");
                }
            }
        });

        assertThat(PageChecks.items(world.home("u"))).doesNotContain("item-056");
    }

    @Test
    void aLateRuleDoesNotTakeItsNamesakeOfAnotherStageOutOfTheReplay() throws Exception {
        world.config("rules { filters = [twin], scores = [twin] }, deadlines.rule = 300ms")
                .plugin
                .filter("twin", (batch, drops) -> Scripts.hang(world.end))
                .score("twin", (batch, adjustments) -> {
                    for (int c = 0; c < batch.size(); c++) {
                        adjustments.add(c, batch.itemIndex(c) % 3 - 1, "by number");
                    }
                });

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("eligibility/twin/late");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }
}
