package io.shelfwright.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ExplorationPluginTest {
    private final ExplorationPlugin plugin = new ExplorationPlugin();

    @Test
    void thePluginIsFound() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class)).hasExactlyElementsOfTypes(ExplorationPlugin.class);
    }

    @Test
    void itsFactoriesHaveTheNamesOfTheConfiguration() {
        assertThat(factories())
                .extracting(PluginFactory::name)
                .containsExactly("plackett-luce", "epsilon-greedy", "thompson", "off");
    }

    private List<PluginFactory<?>> factories() {
        List<PluginFactory<?>> factories = new ArrayList<>();
        factories.addAll(plugin.explorationPolicies());
        return factories;
    }
}
