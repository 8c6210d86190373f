package io.shelfwright.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DiversityPluginTest {
    private final DiversityPlugin plugin = new DiversityPlugin();

    @Test
    void thePluginIsFound() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class)).hasExactlyElementsOfTypes(DiversityPlugin.class);
    }

    @Test
    void itsFactoriesHaveTheNamesOfTheConfiguration() {
        assertThat(factories())
                .extracting(PluginFactory::name)
                .containsExactly("window", "mmr", "dpp", "ssd", "calibrated");
    }

    private List<PluginFactory<?>> factories() {
        List<PluginFactory<?>> factories = new ArrayList<>();
        factories.addAll(plugin.placementRules());
        return factories;
    }
}
