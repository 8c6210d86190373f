package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.discovery.DirectoryPluginSource;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.discovery.PluginLoading;
import io.shelfwright.engine.discovery.SharedPackages;
import io.shelfwright.testkit.PluginJars;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that uses XGBoost, whose native library the host has and shares. */
class NativeLibrariesTest {
    private static final String SOURCE = """
            package nativeplugin;

            import io.shelfwright.spi.ShelfwrightPlugin;
            import ml.dmlc.xgboost4j.java.*;

            public final class It implements ShelfwrightPlugin {
                /** The class that was used, and what the native library said. */
                public static final Class<?> USED = DMatrix.class;

                @Override
                public String id() {
                    try {
                        DMatrix matrix = new DMatrix(new float[] {1, 2, 3, 4}, 2, 2, Float.NaN);
                        long rows = matrix.rowNum();
                        matrix.dispose();
                        return rows == 2 ? "native-plugin" : "wrong";
                    } catch (XGBoostError e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """;

    @TempDir
    private Path plugins;

    @BeforeEach
    void compile() throws URISyntaxException {
        PluginJars.of("native-plugin", "nativeplugin.It")
                .source("nativeplugin.It", SOURCE)
                .compiledAgainst(Path.of(DMatrix.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()))
                .writeTo(plugins.resolve("native.jar"));
    }

    private List<LoadedPlugin> load(String... shared) {
        return PluginLoading.load(DirectoryPluginSource.of(
                        plugins,
                        SharedPackages.with(List.of(shared)),
                        getClass().getClassLoader())
                .locate());
    }

    @Test
    void eachReloadUsesTheNativeLibraryOfTheHost() throws ReflectiveOperationException {
        for (int reload = 0; reload < 3; reload++) {
            LoadedPlugin plugin = load("ml.dmlc.xgboost4j.java").get(0);
            Class<?> type = plugin.plugin().getClass();
            assertThat(type.getClassLoader()).isNotSameAs(getClass().getClassLoader());
            assertThat(type.getField("USED").get(null)).isSameAs(DMatrix.class);
            plugin.letGo();
        }
    }

    @Test
    void withoutSharingTheLibraryIsNotThereAndTheMessageSaysWhatIsMissing() {
        assertThatThrownBy(() -> load("ml.dmlc.xgboost4j"))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll("native-plugin", "ml.dmlc.xgboost4j.java.");
    }
}
