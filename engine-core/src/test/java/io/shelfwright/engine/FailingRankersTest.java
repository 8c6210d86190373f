package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.PluginException;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rankers that fail: the next rung of the ladder scores, and the page says so; it is never unranked. */
class FailingRankersTest {
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

    private HomePage withMain(Ranker main) {
        world.plugin.ranker("main", context -> main);
        HomePage page = world.home("u");
        PageChecks.isAGoodPage(page);
        return page;
    }

    @Test
    void aRankerThatThrowsIsReplacedByTheNextRung() {
        HomePage page = withMain(Scripts.ranker((rows, logits) -> {
            throw new IllegalStateException("no memory");
        }));

        assertThat(degradations(page)).containsExactly("ranking/main/failed");
        assertThat(page.ranker()).isEqualTo("prior");
    }

    @Test
    void aRankerThatHangsIsReplacedByTheNextRungAndLeftOutOfTheReplay() throws Exception {
        world.config("deadlines.ranking = 300ms");

        HomePage page = withMain(Scripts.ranker((rows, logits) -> Scripts.hang(world.end)));

        assertThat(degradations(page)).containsExactly("ranking/main/late");
        assertThat(page.ranker()).isEqualTo("prior");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void oneScoreThatIsNotFiniteIsEnoughToRefuseTheRanker() {
        HomePage page = withMain(Scripts.ranker((rows, logits) -> logits[logits.length / 2] = Float.NaN));

        assertThat(degradations(page)).containsExactly("ranking/main/not-finite");
        assertThat(page.ranker()).isEqualTo("prior");
    }

    @Test
    void aRankerThatScoresNoObjectiveIsReplaced() {
        HomePage page = withMain(new Ranker() {
            @Override
            public Optional<FeatureSchema> trainedOn() {
                return Optional.empty();
            }

            @Override
            public List<String> objectives() {
                return List.of();
            }

            @Override
            public void score(FeatureMatrix rows, float[] logits) {}
        });

        assertThat(degradations(page)).containsExactly("ranking/main/failed");
        assertThat(page.ranker()).isEqualTo("prior");
    }

    @Test
    void aRankerWithoutItsModelIsReplaced() {
        world.plugin.ranker("main", context -> {
            throw new PluginException("the snapshot holds no model 'main'; run learn");
        });

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("ranking/main/no-model");
        assertThat(page.degradations().get(0).message()).contains("run learn");
    }

    @Test
    void aRankerWithoutItsModelIsPassedOverInSilenceWhereTheConfigurationSaysSo() {
        world.config("ranking.untrained = skip").plugin.ranker("main", context -> {
            throw new PluginException("the snapshot holds no model 'main'");
        });

        HomePage page = world.home("u");

        assertThat(page.degradations()).isEmpty();
        assertThat(page.ranker()).isEqualTo("prior");
    }

    @Test
    void aRankerThatCannotBeMadeIsReplaced() {
        world.plugin.ranker("main", context -> {
            throw new IllegalStateException("bad file");
        });

        assertThat(degradations(world.home("u"))).containsExactly("ranking/main/failed");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aFactoryThatReturnsNoRankerIsReplaced() {
        world.plugin.ranker("main", context -> null);

        assertThat(degradations(world.home("u"))).containsExactly("ranking/main/failed");
    }

    @Test
    void aModelOfAnotherSchemaIsRefusedWithBothFeatureListsInTheMessage() {
        FeatureSchema trained = new FeatureSchema(List.of(
                FeatureDeclaration.of("user_item.plays", "Old.", "share", 0, 1),
                FeatureDeclaration.of("old.feature", "Gone.", "share", 0, 1)));

        HomePage page = withMain(new Scripts.SumRanker(Optional.of(trained)));

        assertThat(degradations(page)).containsExactly("ranking/main/schema-mismatch");
        assertThat(page.degradations().get(0).message())
                .contains("Trained on: user_item.plays, old.feature")
                .contains("Running: popularity.rank, user_item.plays, shelf_item.recall_score")
                .contains("- old.feature")
                .contains("+ popularity.rank");
        assertThat(page.ranker()).isEqualTo("prior");
    }

    @Test
    void whenAllRungsFailItemsRankByExpectedEngagementAndNeverUnranked() {
        world.config("ranking.ladder = [main]");

        HomePage page = withMain(Scripts.ranker((rows, logits) -> Arrays.fill(logits, Float.NEGATIVE_INFINITY)));

        assertThat(degradations(page))
                .containsExactly("ranking/main/not-finite", "ranking/expected-engagement/no-ranker");
        assertThat(page.ranker()).isEqualTo("expected-engagement");
    }

    @Test
    void aFirstPhaseThatFailsCutsNothing() {
        world.plugin.ranker(
                "cheap",
                context -> Scripts.ranker((rows, logits) -> {
                    throw new IllegalStateException("cheap");
                }));
        world.config("ranking { ladder = [main, cheap], first-phase = cheap, first-phase-keep = 10 }");

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("first-phase/cheap/failed");
        assertThat(page.ranker()).isEqualTo("main");
    }

    @Test
    void logitsOfAnySizeStayWithinProbabilities() {
        PageChecks.isAGoodPage(withMain(Scripts.ranker((rows, logits) -> {
            for (int row = 0; row < logits.length; row++) {
                logits[row] = row % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
            }
        })));
    }
}
