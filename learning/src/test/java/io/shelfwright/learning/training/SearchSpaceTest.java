package io.shelfwright.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.Setting;
import io.shelfwright.spi.Tunable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    /** Settings of a trainer that nobody here has heard of. */
    public record Strange(
            @Setting(value = "Depth.", defaultValue = "3", min = 1, max = 9) @Tunable(min = 2, max = 5)
            int depth,

            @Setting(value = "Rate.", defaultValue = "0.1", min = 0, max = 1)
            @Tunable(min = 0.001, max = 0.1, logarithmic = true)
            double learningRate,

            @Setting(value = "Shape.", defaultValue = "round") @Tunable(values = {"round", "flat"})
            String shape,

            @Setting(value = "Threads.", defaultValue = "1") int threads) {}

    @Test
    void whatATrainerDeclaresIsDrawnWithinItsRangesAndNothingElse() {
        SearchSpace space = SearchSpace.of(Strange.class, Set.of());
        SplittableRandom random = new SplittableRandom(3);
        Set<String> depths = new HashSet<>();
        Set<String> shapes = new HashSet<>();
        int slow = 0;
        for (int i = 0; i < 400; i++) {
            Map<String, String> drawn = space.draw(random);
            assertThat(drawn.keySet()).containsExactly("depth", "learning-rate", "shape");
            double rate = Double.parseDouble(drawn.get("learning-rate"));
            assertThat(rate).isBetween(0.001, 0.1);
            slow += rate < 0.01 ? 1 : 0;
            depths.add(drawn.get("depth"));
            shapes.add(drawn.get("shape"));
        }
        assertThat(depths).containsExactlyInAnyOrder("2", "3", "4", "5");
        assertThat(shapes).containsExactlyInAnyOrder("round", "flat");
        assertThat(slow).as("half of the logarithms lie below the middle").isBetween(150, 250);
    }

    @Test
    void whatSomebodyHasSetIsLeftAlone() {
        assertThat(SearchSpace.of(Strange.class, Set.of("depth", "shape")).keys())
                .containsExactly("learning-rate");
    }

    @Test
    void theSameSeedDrawsTheSameSettings() {
        SearchSpace space = SearchSpace.of(Strange.class, Set.of());
        assertThat(space.draw(new SplittableRandom(9))).isEqualTo(space.draw(new SplittableRandom(9)));
    }

    @Test
    void drawnValuesAreSettings() {
        assertThat(SearchSpace.settings(Map.of("hidden", "[32, 16]")).toConfig().getStringList("hidden"))
                .isEqualTo(List.of("32", "16"));
    }
}
