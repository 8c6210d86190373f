package io.shelfwright.engine.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a plugin is said when it is found, not when somebody configures it. */
class PluginRegistryTest {
    enum Colour {
        RED
    }

    record Whole(
            @Setting("Needed.") Path file,

            @Setting(value = "On or off.", defaultValue = "on")
            boolean flag,

            @Setting(value = "How long.", defaultValue = "2h", min = 1, max = 86400)
            Duration time,

            @Setting(value = "Which.", defaultValue = "red") Colour colour,

            @Setting(value = "Names.", defaultValue = "a, b")
            List<String> names,

            @Setting(value = "Numbers.", defaultValue = "a = 1")
            Map<String, Double> numbers) {}

    record Bare(int count) {}

    record Strange(
            @Setting(value = "Where.", defaultValue = "") URI place,
            @Setting(value = "Which.", defaultValue = "") List<Integer> numbers) {}

    record Beyond(
            @Setting(value = "How many.", defaultValue = "7", min = 10)
            int count,

            @Setting(value = "How long.", defaultValue = "soon")
            Duration time,

            @Setting(value = "Weights.", defaultValue = "much")
            Map<String, Double> weights) {}

    @Test
    void settingsThatCanBeBoundAreTaken() {
        assertThat(registry(Whole.class).factories(PluginKind.SCORE_RULE)).containsKey("it");
    }

    @Test
    void settingsThatCanNeverBeBoundAreRefusedWithEachComponent() {
        assertRefused(Bare.class, "score rule 'it'", Bare.class.getName(), "'count' has no @Setting");
        assertRefused(
                Strange.class,
                "'place' is of type java.net.URI; allowed are boolean,",
                "'numbers' is of type java.util.List<java.lang.Integer>");
        assertRefused(
                Beyond.class,
                "the default of 'count' is 7, allowed is a whole number of at least 10",
                "the default of 'time' is soon, allowed is a duration",
                "the default of 'weights' is 'much', allowed is such as a = 1");
    }

    @Test
    void nullInsteadOfFactoriesIsRefusedWithWhatToGive() {
        ShelfwrightPlugin plugin = new ShelfwrightPlugin() {
            @Override
            public String id() {
                return "nothing";
            }

            @Override
            public List<PluginFactory<ScoreRule>> scoreRules() {
                return null;
            }
        };

        assertThatThrownBy(() -> new PluginRegistry(List.of(plugin)))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll("plugin 'nothing'", "gives null as its factories of kind score rule", "empty");
    }

    private static void assertRefused(Class<? extends Record> settings, String... said) {
        assertThatThrownBy(() -> registry(settings))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll(said);
    }

    private static <S extends Record> PluginRegistry registry(Class<S> settings) {
        return new PluginRegistry(List.of(new ShelfwrightPlugin() {
            @Override
            public String id() {
                return "it";
            }

            @Override
            public List<PluginFactory<ScoreRule>> scoreRules() {
                return List.of(PluginFactory.of(
                        "it", "Does nothing.", settings, (bound, context) -> (candidates, adjustments) -> {}));
            }
        }));
    }
}
