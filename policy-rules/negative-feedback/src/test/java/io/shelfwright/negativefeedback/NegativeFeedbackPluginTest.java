package io.shelfwright.negativefeedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class NegativeFeedbackPluginTest {
    private final NegativeFeedbackPlugin plugin = new NegativeFeedbackPlugin();

    @Test
    void thePluginIsFound() {
        assertThat(ServiceLoader.load(ShelfwrightPlugin.class)).hasExactlyElementsOfTypes(NegativeFeedbackPlugin.class);
    }

    @Test
    void itsFactoriesHaveTheNamesOfTheConfiguration() {
        assertThat(factories())
                .extracting(PluginFactory::name)
                .containsExactly("negative-feedback", "positive-feedback");
    }

    private List<PluginFactory<?>> factories() {
        List<PluginFactory<?>> factories = new ArrayList<>();
        factories.addAll(plugin.scoreRules());
        return factories;
    }
}
