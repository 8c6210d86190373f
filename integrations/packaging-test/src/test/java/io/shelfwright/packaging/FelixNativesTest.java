package io.shelfwright.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shelfwright.features.FeaturesPlugin;
import io.shelfwright.gbdt.GbdtPlugin;
import io.shelfwright.neural.NeuralPlugin;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.TrainingSet;
import io.shelfwright.testkit.TestContext;
import io.shelfwright.testkit.TestInstances;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Rankers with native libraries as bundles: the library is the host's, and the framework shows its packages. */
class FelixNativesTest {
    private static final String XGBOOST = "ml.dmlc.xgboost4j.java";
    private static final String DJL =
            "ai.djl,ai.djl.engine,ai.djl.inference,ai.djl.ndarray,ai.djl.ndarray.types,ai.djl.nn,"
                    + "ai.djl.nn.core,ai.djl.training,ai.djl.training.initializer,ai.djl.training.loss,"
                    + "ai.djl.training.optimizer,ai.djl.training.tracker,ai.djl.translate,ai.djl.util";
    private static final int ROWS = 300;

    @TempDir
    private Path directory;

    @Test
    void treesAreScoredByTheNativeLibraryOfTheHost() throws Exception {
        train(new GbdtPlugin(), "gbdt", Map.of("trees", "5"));

        serves("gbdt", XGBOOST, "{ name = model, factory = gbdt, scorer = native }");
    }

    @Test
    void aNetworkIsScoredByTheNativeLibraryOfTheHost() throws Exception {
        train(new NeuralPlugin(), "neural", Map.of("hidden", "4", "epochs", "2"));

        serves("neural", DJL, "{ name = model, factory = neural }");
    }

    @Test
    void withoutTheHostsPackagesTheBundleDoesNotStartAndTheFrameworkNamesWhatIsMissing() throws Exception {
        try (Felix felix = new Felix(directory, "", "")) {
            felix.libraries();
            felix.install(Jars.ours("engine-api"));

            assertThatThrownBy(() -> felix.install(Jars.ours("gbdt")).start()).hasMessageContaining(XGBOOST);
            assertThatThrownBy(() -> felix.install(Jars.ours("neural")).start()).hasMessageContaining("ai.djl");
        }
    }

    @Test
    void theDocumentNamesThePackagesThatTheBundlesImport() throws Exception {
        List<String> document = Files.readAllLines(Jars.root().resolve("docs/osgi-and-modules.md"));

        assertThat(document).filteredOn(List.of(XGBOOST, DJL)::contains).containsExactly(XGBOOST, DJL);
        assertThat(imports("gbdt", "ml.dmlc.")).isEqualTo(XGBOOST);
        assertThat(imports("neural", "ai.djl")).isEqualTo(DJL);
    }

    /** Trains on rows of chance, which is enough to be loaded and asked. */
    private void train(ShelfwrightPlugin plugin, String name, Map<String, String> settings) {
        TestContext context = TestContext.empty();
        FeatureSet features = TestInstances.of(new FeaturesPlugin().featureSets(), "standard", context);
        FeatureSchema schema = new FeatureSchema(features.features());
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[ROWS * schema.size()];
        float[] labels = new float[ROWS];
        float[] weights = new float[ROWS];
        int[] groups = new int[ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        Arrays.setAll(groups, row -> row / 10);
        Arrays.fill(weights, 1);
        for (int row = 0; row < ROWS; row++) {
            labels[row] = values[row * schema.size()] > 0.5 ? 1 : 0;
        }
        RankerTrainer trainer = TestInstances.of(plugin.trainers(), name, settings, context);
        trainer.train(
                new TrainingSet(
                        new FeatureMatrix(schema, ROWS, values), List.of(Objective.STREAM), labels, weights, groups),
                1,
                directory.resolve("models/model"),
                line -> {});
    }

    /** Lets a model rank a page, and another one when its plugin has got a new class loader. */
    @SuppressWarnings("unchecked") // the host registers exactly this
    private void serves(String plugin, String shared, String ladder) throws Exception {
        try (Felix felix = new Felix(directory, shared, ladder)) {
            felix.libraries();
            felix.install(Jars.ours("osgi-mvstore"));
            for (String artifact :
                    List.of("engine-api", "engine-core", "osgi", "features", "heuristics", "diversity")) {
                felix.install(Jars.ours(artifact)).start();
            }
            Bundle ranker = felix.install(Jars.ours(plugin));
            ranker.start();
            felix.install(HostBundle.in(directory)).start();
            Function<String, String> host = felix.service(Function.class, "(host=shelfwright)");
            assertThat(host.apply("page")).contains("Popular now: 6 cards", "ranker: model", "degradations: []");

            String before = host.apply("plugins");
            try (InputStream jar = Files.newInputStream(Jars.ours(plugin))) {
                ranker.update(jar);
            }
            await().atMost(FelixTest.PATIENCE).untilAsserted(() -> assertThat(host.apply("plugins"))
                    .isNotEqualTo(before)
                    .containsPattern("(?m)^" + plugin + " .* ACTIVE$"));
            assertThat(host.apply("page")).contains("Popular now: 6 cards", "ranker: model", "degradations: []");
        }
    }

    private static String imports(String artifact, String prefix) {
        return Arrays.stream(Jars.manifest(Jars.ours(artifact))
                        .getValue("Import-Package")
                        .split(","))
                .filter(part -> part.startsWith(prefix))
                .map(part -> part.replaceAll(";.*", ""))
                .collect(Collectors.joining(","));
    }
}
