package io.shelfwright.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FreshnessPluginTest {
    private final FreshnessPlugin plugin = new FreshnessPlugin();

    @Test
    void thePluginIsFound() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class)).hasExactlyElementsOfTypes(FreshnessPlugin.class);
    }

    @Test
    void itsFactoriesHaveTheNamesOfTheConfiguration() {
        assertThat(factories())
                .extracting(PluginFactory::name)
                .containsExactly("age-decay", "impression-discount", "fatigue");
    }

    private List<PluginFactory<?>> factories() {
        List<PluginFactory<?>> factories = new ArrayList<>();
        factories.addAll(plugin.scoreRules());
        return factories;
    }
}
