package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.PluginException;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.probe.TransformValues;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feature that is computed in another way meets no listener, whether somebody raised its version or not. */
class ChangedTransformTest {
    @TempDir
    private Path directory;

    private EngineWorld world;
    private SnapshotStore guarded;

    @BeforeEach
    void publishASnapshot() {
        world = new EngineWorld(directory);
        guarded = world.snapshots.checkedBy(world.builder().doorman());
        guarded.publishCatalog("test", EngineWorld.catalog(TinyCatalog.of(40, NOW)));
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    /** The popularity goes through a function, of a version or not. */
    private static FeatureSet features(int version, DoubleUnaryOperator changed) {
        FeatureSet usual = Scripts.features();
        return new FeatureSet() {
            @Override
            public List<FeatureDeclaration> features() {
                return usual.features().stream()
                        .map(feature -> feature.name().equals("popularity.rank") ? feature.version(version) : feature)
                        .toList();
            }

            @Override
            public void compute(CandidateBatch candidates, FeatureColumns columns) {
                usual.compute(
                        candidates,
                        (candidate, feature, value) ->
                                columns.set(candidate, feature, feature == 0 ? changed.applyAsDouble(value) : value));
            }
        };
    }

    @Test
    void aSnapshotTellsWhatItsTransformGave() {
        TransformValues values =
                TransformValues.read(world.snapshots.open().directory()).orElseThrow();

        assertThat(values.features())
                .extracting(TransformValues.Feature::name)
                .containsExactly("popularity.rank", "user_item.plays", "shelf_item.recall_score");
        assertThat(values.features().get(1).values()).contains(0f).contains(0.1f);
    }

    @Test
    void anEngineWhoseFeatureChangedInSilenceDoesNotStart() {
        world.plugin.features("tiny", features(1, Math::sqrt));

        assertThatThrownBy(world::engine)
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("popularity.rank (version 1) gives other values for")
                .hasMessageContaining("Nothing is served with them")
                .hasMessageNotContaining("user_item.plays");
    }

    @Test
    void aLastBitOfAnotherRuntimeIsNoChange() {
        world.plugin.features("tiny", features(1, value -> Math.nextUp((float) value)));

        assertThat(world.home("u").shelves()).isNotEmpty();
    }

    @Test
    void nothingIsPublishedByAProcessWhoseFeatureChangedInSilence() {
        world.plugin.features("tiny", features(1, value -> 1 - value));

        assertThatThrownBy(() -> guarded.publishModels("new", models -> {}))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("popularity.rank (version 1)");
        assertThat(world.snapshots.versions()).containsExactly("000001");
    }

    @Test
    void aFeatureWithANewVersionMayBeServedButNoModelOfTheOldOneIs() {
        world.plugin.features("tiny", features(2, Math::sqrt));

        assertThat(world.home("u").shelves()).isNotEmpty();
        assertThat(guarded.publishModels("new", models -> {})).isEqualTo("000002");
    }

    @Test
    void whoAcceptsTheChangeIsServedWithoutTheModelsOfBefore() {
        TransformValues before =
                TransformValues.read(world.snapshots.open().directory()).orElseThrow();
        guarded.publishModels("model", models -> before.write(Files.createDirectories(models.resolve("main"))));
        assertThat(world.home("u").ranker()).isEqualTo("main");
        world.close();
        world = new EngineWorld(directory).config("ranking.changed-features = accept");
        world.plugin.features("tiny", features(1, Math::sqrt));

        HomePage page = world.home("u");

        assertThat(page.ranker()).isNotEqualTo("main");
        assertThat(page.degradations())
                .anyMatch(lack -> lack.code().equals("transform-changed")
                        && lack.message().contains("popularity.rank (version 1)"));
    }

    @Test
    void aDamagedFileIsSaidToBeDamaged() throws IOException {
        Files.writeString(directory.resolve(TransformValues.FILE), "{");

        assertThatThrownBy(() -> TransformValues.read(directory))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("damaged");
    }
}
