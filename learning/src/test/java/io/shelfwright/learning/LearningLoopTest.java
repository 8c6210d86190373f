package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ConfigException;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.learning.publication.Lineage;
import io.shelfwright.learning.training.TestSettings;
import io.shelfwright.learning.watch.ReferenceStatistics;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningLoopTest {
    private static final String SMALL_TREES = "trees = 60, depth = 3, learning-rate = 0.2";

    @TempDir
    Path directory;

    @Test
    void theLogisticRankerIsLearnedCalibratedAndPublished() throws IOException {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(1, 400, 5, true, 1));
        List<String> progress = new ArrayList<>();
        LearningReport report = new LearningLoop(world.plugins())
                .learn(world.request("logistic", "l2 = 0.5").progress(progress::add));

        assertThat(report.reasons()).isEmpty();
        assertThat(report.version()).isEqualTo("000002");
        assertThat(world.snapshots.current()).contains("000002");
        Path model = world.snapshots.open().model("logistic").orElseThrow();
        JsonNode card =
                new ObjectMapper().readTree(model.resolve("model-card.json").toFile());
        JsonNode measures = card.path("evaluation").path("model/stream");
        assertThat(measures.path("auc").asDouble()).isBetween(0.78, 0.92);
        assertThat(measures.path("calibrationError").asDouble()).isLessThan(0.04);
        assertThat(card.path("evaluation").path("live/stream").path("auc").asDouble())
                .isCloseTo(0.5, within(0.05));
        assertThat(card.path("evaluation").path("popularity/stream").path("auc").asDouble())
                .isCloseTo(0.5, within(0.05));
        assertThat(measures.path("ndcg10").asDouble())
                .isGreaterThan(card.path("evaluation")
                                .path("live/stream")
                                .path("ndcg10")
                                .asDouble()
                        + 0.1);
        assertThat(card.path("dataset").path("schemaFingerprint").asText())
                .isEqualTo(TestFeatures.SCHEMA.fingerprint());
        assertThat(card.path("dataset").path("firstPage").asText()).isEqualTo("2024-05-01T12:00:00Z");
        assertThat(card.path("seed").asLong()).isEqualTo(1);
        Lineage lineage = Lineage.of(world.snapshots.open());
        assertThat(lineage.dataset()).matches("[0-9a-f]{16}");
        assertThat(lineage.parent()).isEqualTo("000001");
        assertThat(ReferenceStatistics.read(model).orElseThrow().schema()).isEqualTo(TestFeatures.SCHEMA.fingerprint());
        assertThat(card.path("training").path("objectives")).hasSize(3);
        assertThat(progress).isNotEmpty();
        assertThat(String.join("\n", report.lines())).contains("published: ranker 'logistic' is in snapshot 000002");
        assertThat(new ObjectMapper().readTree(report.json()).path("published").asBoolean())
                .isTrue();
    }

    @Test
    void treesAreLearnedUnderTheNameOfTheirInstanceBesideTheOtherModels() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(2, 300, 5, false, 1));
        LearningLoop loop = new LearningLoop(world.plugins());
        loop.learn(world.request("logistic", ""));
        LearningReport report = loop.learn(world.request("trees", SMALL_TREES));

        assertThat(report.reasons()).isEmpty();
        assertThat(report.factory()).isEqualTo("gbdt");
        assertThat(world.snapshots.open().model("trees")).isPresent();
        assertThat(world.snapshots.open().model("logistic")).isPresent();
        assertThat(report.section("join").orElseThrow().facts()).containsEntry("pagesWithImpressions", 0L);
    }

    @Test
    void modelsOfEverySeedAreJudgedByTheSameListeners() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(2, 300, 5, false, 1));
        LearningLoop loop = new LearningLoop(world.plugins());
        Map<String, Object> one = loop.learn(world.request("logistic", "").seed(1))
                .section("training")
                .orElseThrow()
                .facts();
        Map<String, Object> two = loop.learn(world.request("logistic", "").seed(2))
                .section("training")
                .orElseThrow()
                .facts();

        assertThat(two.get("testRows")).isEqualTo(one.get("testRows"));
        assertThat(two.get("calibrationRows")).isEqualTo(one.get("calibrationRows"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logistic:",
                "trees:" + SMALL_TREES,
                "trees:threads = 2, " + SMALL_TREES,
                "neural:hidden = [8], epochs = 3"
            })
    void theSameLogSeedAndSettingsGiveTheSameBytes(String rankerAndSettings) throws IOException {
        String ranker = rankerAndSettings.substring(0, rankerAndSettings.indexOf(':'));
        String settings = rankerAndSettings.substring(rankerAndSettings.indexOf(':') + 1);
        SyntheticLog log = new SyntheticLog(3, 150, 4, true, 1);
        List<Map<String, String>> models = new ArrayList<>();
        for (String run : List.of("one", "two")) {
            LearningWorld world = new LearningWorld(directory.resolve(run), log);
            assertThat(new LearningLoop(world.plugins())
                            .learn(world.request(ranker, settings).seed(9))
                            .reasons())
                    .isEmpty();
            models.add(files(world.snapshots.open().model(ranker).orElseThrow()));
        }
        assertThat(models.get(0)).isEqualTo(models.get(1)).containsKeys(Calibration.FILE, ModelCard.FILE);
    }

    @Test
    void aSearchTriesWhatTheTrainerDeclaresAndTheSameSeedFindsTheSame() {
        List<Map<String, Object>> found = new ArrayList<>();
        for (String run : List.of("one", "two")) {
            LearningWorld world = new LearningWorld(directory.resolve(run), new SyntheticLog(6, 200, 4, true, 1));
            List<String> progress = new ArrayList<>();
            // Deep trees of full step on few rows: nearly anything else is better.
            LearningReport report = new LearningLoop(world.plugins())
                    .learn(world.request("trees", "trees = 20, learning-rate = 1, early-stopping-rounds = 0")
                            .trials(5)
                            .progress(progress::add));
            assertThat(report.reasons()).isEmpty();
            assertThat(progress.stream().filter(line -> line.startsWith("search ")))
                    .hasSize(5);
            found.add(report.section("tuning").orElseThrow().facts());
        }
        assertThat(found.get(0)).isEqualTo(found.get(1)).containsEntry("trials", 5);
        assertThat((double) found.get(0).get("lowestLoss"))
                .isLessThan((double) found.get(0).get("lossAsConfigured"));
        assertThat(found.get(0).get("searched").toString()).contains("depth").doesNotContain("learning-rate");
    }

    @Test
    void aSearchWithNothingToSearchIsRefused() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(6, 100, 4, true, 1));
        LearningReport report = new LearningLoop(world.plugins())
                .learn(world.request("logistic", "l2 = 1").trials(3));
        assertThat(report.reasons()).singleElement().asString().contains("no setting left to search");
    }

    @Test
    void placesAsAnInputNeedATrainerThatTakesThem() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(4, 60, 5, true, 1));
        LearningRequest request = world.request("backwards", "");
        LearningReport report = new LearningLoop(world.plugins(new BackwardsPlugin()))
                .learn(request.rules(request.rules().withTraining(TestSettings.of("position-correction = input"))));
        assertThat(report.reasons()).singleElement().asString().contains("takes no offsets");
    }

    @Test
    void aModelNoBetterThanChanceIsRefusedAndTheOldSnapshotStays() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(4, 60, 5, true, 1));
        LearningReport report =
                new LearningLoop(world.plugins(new BackwardsPlugin())).learn(world.request("backwards", ""));

        assertThat(report.published()).isFalse();
        assertThat(report.reasons()).singleElement().asString().contains("no better than chance");
        assertThat(report.section("evaluation")).isPresent();
        assertThat(world.snapshots.versions()).containsExactly("000001");
        assertThat(String.join("\n", report.lines())).contains("refused").contains("no better than chance");
    }

    @Test
    void aTrainerThatFailsLeavesTheOldSnapshot() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(4, 60, 5, true, 1));
        LearningLoop loop = new LearningLoop(world.plugins(new BrokenPlugin(() -> {
            throw new IllegalStateException("the disk is full");
        })));

        assertThatThrownBy(() -> loop.learn(world.request("broken", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the disk is full");
        assertThat(world.snapshots.versions()).containsExactly("000001");
        assertThat(world.snapshots.current()).contains("000001");
    }

    @Test
    void aTrainerThatHangsIsGivenUpAndTheOldSnapshotStays() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(4, 60, 5, true, 1));
        CountDownLatch end = new CountDownLatch(1);
        LearningLoop loop = new LearningLoop(world.plugins(new BrokenPlugin(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        })));

        LearningReport report = loop.learn(world.request("broken", "").trainingDeadline(Duration.ofMillis(200)));

        end.countDown();
        assertThat(report.published()).isFalse();
        assertThat(report.reasons())
                .singleElement()
                .asString()
                .contains("'broken' was given up")
                .contains("resilience.training-deadline");
        assertThat(world.snapshots.versions()).containsExactly("000001");
    }

    @Test
    void tooFewRowsAreRefusedWithTheirNumber() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(5, 5, 1, true, 1));
        LearningReport report = new LearningLoop(world.plugins()).learn(world.request("logistic", ""));

        assertThat(report.reasons()).singleElement().asString().contains("rows, needed are 200");
        assertThat(world.snapshots.versions()).containsExactly("000001");
    }

    @Test
    void anEmptyLogIsRefused() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(5, 0, 0, true, 1));
        assertThat(new LearningLoop(world.plugins())
                        .learn(world.request("logistic", ""))
                        .reasons())
                .singleElement()
                .asString()
                .contains("serve pages first");
    }

    @Test
    void wrongNamesAndSettingsAreToldBeforeAnyWork() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(5, 0, 0, true, 1));
        LearningLoop loop = new LearningLoop(world.plugins());

        assertThatThrownBy(() -> loop.learn(world.request("logistik", "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("logistic");
        assertThatThrownBy(() -> loop.learn(world.request("trees", "tress = 3")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("trees");
        assertThatThrownBy(() -> loop.learn(world.request("../evil", ""))).isInstanceOf(BadRequestException.class);
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new java.util.TreeMap<>();
        try (var list = Files.list(directory)) {
            for (Path file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** Prefers what nobody wants. */
    private static final class BackwardsPlugin implements ShelfwrightPlugin {
        @Override
        public String id() {
            return "backwards";
        }

        @Override
        public List<PluginFactory<Ranker>> rankers() {
            return List.of(PluginFactory.of("backwards", "Scores backwards.", context -> new Backwards()));
        }

        @Override
        public List<PluginFactory<RankerTrainer>> trainers() {
            return List.of(
                    PluginFactory.of("backwards", "Learns nothing.", context -> (data, seed, target, progress) -> {}));
        }
    }

    private static final class Backwards implements Ranker {
        @Override
        public Optional<io.shelfwright.spi.FeatureSchema> trainedOn() {
            return Optional.empty();
        }

        @Override
        public void score(io.shelfwright.spi.FeatureMatrix rows, float[] logits) {
            for (int row = 0; row < rows.rows(); row++) {
                logits[row] = -rows.get(row, 0);
            }
        }
    }

    /** Does something else than training. */
    private static final class BrokenPlugin implements ShelfwrightPlugin {
        private final Runnable instead;

        BrokenPlugin(Runnable instead) {
            this.instead = instead;
        }

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public List<PluginFactory<Ranker>> rankers() {
            return List.of(PluginFactory.of("broken", "Scores.", context -> new Backwards()));
        }

        @Override
        public List<PluginFactory<RankerTrainer>> trainers() {
            return List.of(
                    PluginFactory.of("broken", "Fails.", context -> (data, seed, target, progress) -> instead.run()));
        }
    }
}
