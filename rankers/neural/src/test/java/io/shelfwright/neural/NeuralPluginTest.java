package io.shelfwright.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.TestContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralPluginTest {
    @Test
    void thePluginIsFoundWithItsRankerAndTrainer() {
        ShelfwrightPlugin plugin = ServiceLoader.load(ShelfwrightPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals("neural"))
                .findFirst()
                .orElseThrow();

        assertThat(plugin.rankers()).extracting(Object::toString).containsExactly("neural");
        assertThat(plugin.trainers()).extracting(Object::toString).containsExactly("neural");
    }

    @Test
    void aSnapshotWithoutTheModelSaysHowToGetOne() {
        TestContext context = TestContext.empty().withInstanceName("net");

        assertThatThrownBy(() -> new NeuralPlugin().rankers().get(0).create(new NeuralRankerSettings("deep"), context))
                .isInstanceOf(PluginException.class)
                .hasMessage("ranker net has no model 'deep' in this snapshot: train one with"
                        + " `shelfwright learn --ranker neural`");
    }

    @Test
    void aModelWhoseFilesDoNotFitIsRefused(@TempDir Path directory) throws IOException {
        Trained.train(SyntheticRows.of(300, 5, 1).trainingSet(), 1, directory);
        Path network = directory.resolve("network.txt");

        Files.writeString(network, "mlp relu 10 16 2\n");
        assertThatThrownBy(() -> Trained.open(directory))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("are not of this network");
        Files.writeString(network, "mlp relu 12 16 8 2\n");
        assertThatThrownBy(() -> Trained.open(directory)).hasMessageContaining("wanted are 10 for the features");
        Files.writeString(network, "perceptron\n");
        assertThatThrownBy(() -> Trained.open(directory)).hasMessageContaining("describes no network");
        Files.writeString(network, "mlp relu 10 16 8 2\n");
        Path parameters = directory.resolve("network-0000.params");
        Files.write(parameters, Arrays.copyOf(Files.readAllBytes(parameters), 200));
        assertThatThrownBy(() -> Trained.open(directory)).isInstanceOf(PluginException.class);
        Files.delete(parameters);
        assertThatThrownBy(() -> Trained.open(directory))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("shelfwright learn --ranker neural");
        Files.writeString(directory.resolve(ModelFiles.OBJECTIVES), "stream\n");
        assertThatThrownBy(() -> Trained.open(directory)).hasMessageContaining("1 for the objectives");
    }

    @Test
    void withoutTheNativeLibraryTheArtifactToAddIsNamed() throws IOException {
        try (URLClassLoader bare = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> PyTorch.requireNative(bare))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("ai.djl.pytorch:pytorch-native-cpu:")
                    .hasMessageContaining("classifier");
        }
        assertThatCode(() -> PyTorch.requireNative(PyTorch.class.getClassLoader()))
                .doesNotThrowAnyException();
    }

    @Test
    void theNamedArtifactIsTheOneThatIsTestedHere() throws IOException {
        Properties tested = new Properties();
        try (InputStream stream = PyTorch.class.getResourceAsStream("/native/lib/pytorch.properties")) {
            tested.load(stream);
        }

        assertThat(tested.getProperty("version")).startsWith(PyTorch.VERSION + "-");
        assertThat(PyTorch.artifact()).endsWith(tested.getProperty("classifier"));
    }

    @Test
    void settingsOutsideTheirBoundsAreRefused() {
        assertThatThrownBy(() -> hidden())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 layers; allowed are 1 to 4");
        assertThatThrownBy(() -> hidden("64", "many")).hasMessageContaining("hidden holds 'many'");
        assertThatThrownBy(() -> hidden("0")).hasMessageContaining("whole numbers from 1 to 1024");
        assertThat(hidden("64", "32").hiddenUnits()).containsExactly(64, 32);
    }

    private static NeuralTrainerSettings hidden(String... units) {
        return new NeuralTrainerSettings(List.of(units), 1, 1, 0.1, 0, 1);
    }
}
