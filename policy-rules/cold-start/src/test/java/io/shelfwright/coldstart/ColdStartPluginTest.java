package io.shelfwright.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ColdStartPluginTest {
    private final ColdStartPlugin plugin = new ColdStartPlugin();

    @Test
    void thePluginIsFound() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class)).hasExactlyElementsOfTypes(ColdStartPlugin.class);
    }

    @Test
    void itsFactoriesHaveTheNamesOfTheConfiguration() {
        assertThat(factories()).extracting(PluginFactory::name).containsExactly("cold-start", "new-user-prior");
    }

    private List<PluginFactory<?>> factories() {
        List<PluginFactory<?>> factories = new ArrayList<>();
        factories.addAll(plugin.scoreRules());
        return factories;
    }
}
