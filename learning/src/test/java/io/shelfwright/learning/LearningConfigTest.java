package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.ConfigException;
import io.shelfwright.api.InteractionType;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.learning.training.PositionCorrection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LearningConfigTest {

    @Test
    void whatIsNotWrittenHasDefaults() {
        assertThat(LearningConfig.of(config(""))).isEqualTo(LearningConfig.DEFAULT);
        assertThat(LearningConfig.DEFAULT.training().positionCorrection())
                .isEqualTo(PositionCorrection.INVERSE_EXAMINATION);
    }

    @Test
    void theSectionIsRead() {
        LearningConfig read = LearningConfig.of(config("""
            learning {
              dataset { attribution = 2h }
              training { ranker = neural, position-correction = input, market-weights { BR = 3 } }
              trainers { neural { epochs = 7 } }
            }\
            """));
        assertThat(read.dataset().attribution()).isEqualTo(Duration.ofHours(2));
        assertThat(read.training().ranker()).isEqualTo("neural");
        assertThat(read.training().marketWeights()).containsEntry("BR", 3.0);
        assertThat(read.trainers()).containsKey("neural");
    }

    @Test
    void labelsAndWindowsAreReadInOnePlaceAndGivenWordsGoBeforeThem() {
        LabelRules rules = LabelRules.of(LearningConfig.of(config("""
            learning {
              dataset { attribution = 30d, windows = ["save=7d"] }
              label-settings { early-skip = 0.1, combine = sum }
            }\
            """)));
        assertThat(rules)
                .isEqualTo(
                        new LabelRules("reactions", "combine=\"sum\"\nearly-skip=0.1", List.of("2592000s", "save=7d")));
        assertThat(rules.windows().window(InteractionType.SAVE)).isEqualTo(Duration.ofDays(7));
        assertThat(rules.windows().window(InteractionType.PLAY)).isEqualTo(Duration.ofDays(30));

        LabelRules given = rules.with("", List.of("early-skip=0.5"), List.of("save=2h"));
        assertThat(given.labelSettings()).endsWith("early-skip=0.1\nearly-skip=0.5");
        assertThat(given.windows().window(InteractionType.SAVE)).isEqualTo(Duration.ofHours(2));
        assertThat(given.windows().window(InteractionType.PLAY)).isEqualTo(Duration.ofDays(30));
        assertThat(rules.with("reactions", List.of(), List.of())).isEqualTo(rules);
        // The settings of one policy say nothing to another.
        assertThat(rules.with("stars", List.of("a=1"), List.of()))
                .isEqualTo(new LabelRules("stars", "a=1", rules.attribution()));
        assertThat(LabelRules.of(LearningConfig.DEFAULT).windows()).isEqualTo(Attribution.DEFAULT);
        assertThatThrownBy(() -> LearningConfig.of(config("learning.dataset.windows = [7d]")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("such as \"save=7d\"");
        assertThatThrownBy(() -> LearningConfig.of(config("learning.dataset.windows = [\"nap=7d\"]")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("names no type of interaction");
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirKeys() {
        assertThatThrownBy(() -> LearningConfig.of(config("""
            learning {
              trainig {}
              dataset { attribution = soon }
              training { min-rows = 0, position-corection = none }
              trainers { gbdt = 5 }
            }\
            """)))
                .isInstanceOf(ConfigException.class)
                .extracting(e -> ((ConfigException) e).problems(), InstanceOfAssertFactories.LIST)
                .extracting(Object::toString)
                .anyMatch(text -> text.contains("learning.trainig") && text.contains("training"))
                .anyMatch(text -> text.contains("learning.dataset.attribution"))
                .anyMatch(text -> text.contains("learning.training.min-rows"))
                .anyMatch(text -> text.contains("position-corection") && text.contains("position-correction"))
                .anyMatch(text -> text.contains("learning.trainers.gbdt"))
                .hasSize(5);
    }

    @Test
    void howModelsAreLearnedDoesNotChangeWhatAPageIsMadeBy() {
        assertThat(config("learning { training { min-rows = 7 } }").hash())
                .isEqualTo(config("").hash());
    }

    private static EngineConfig config(String learning) {
        return ConfigReader.readText(
                "generators = [any]\nshelves = [{ id = any, title = Any, generators = [any] }]\n" + learning,
                Path.of(""));
    }
}
