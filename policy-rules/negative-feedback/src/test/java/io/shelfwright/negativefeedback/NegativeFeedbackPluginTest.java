package io.shelfwright.negativefeedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.lang.reflect.RecordComponent;
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

    @Test
    void everySettingIsDescribedAndItsDefaultLiesWithinItsBounds() {
        for (PluginFactory<?> factory : factories()) {
            for (RecordComponent component : factory.settingsType().getRecordComponents()) {
                Setting setting = component.getAnnotation(Setting.class);
                assertThat(setting)
                        .as(factory.name() + " " + component.getName())
                        .isNotNull();
                assertThat(setting.value()).endsWith(".");
                if (component.getType() == int.class || component.getType() == double.class) {
                    assertThat(Double.parseDouble(setting.defaultValue())).isBetween(setting.min(), setting.max());
                }
            }
        }
    }

    private List<PluginFactory<?>> factories() {
        List<PluginFactory<?>> factories = new ArrayList<>();
        factories.addAll(plugin.scoreRules());
        return factories;
    }
}
