package io.shelfwright.learning.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.engine.experience.ReactionLabels;
import io.shelfwright.learning.TestPages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewardTest {
    private static final Map<String, Double> OBJECTIVES =
            Map.of("stream", 1.0, "save", 3.0, "follow", 4.0, "hide", -8.0);

    @Test
    void aCardEarnsTheLabelsOfThePolicyTimesTheirWeights() {
        Reward reward = Reward.of(Reward.UTILITY, OBJECTIVES, new ReactionLabels());
        assertThat(reward.of(List.of())).isZero();
        assertThat(reward.of(did(InteractionType.PLAY))).isEqualTo(1);
        assertThat(reward.of(did(InteractionType.PLAY, InteractionType.SAVE))).isEqualTo(4);
        assertThat(reward.of(did(InteractionType.FOLLOW))).isEqualTo(8);
        assertThat(reward.of(did(InteractionType.HIDE))).isEqualTo(-8);
        assertThat(reward.of(did(InteractionType.SKIP))).isEqualTo(-1.6, within(1e-6));
    }

    @Test
    void oneObjectiveCountsAlone() {
        Reward reward = Reward.of("save", OBJECTIVES, new ReactionLabels());
        assertThat(reward.of(did(InteractionType.PLAY))).isZero();
        assertThat(reward.of(did(InteractionType.LIKE))).isEqualTo(1);
        assertThatThrownBy(() -> Reward.of("follow", OBJECTIVES, new ReactionLabels()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("allowed are utility, hide, save, stream");
    }

    private static List<Interaction> did(InteractionType... types) {
        return Arrays.stream(types)
                .map(type -> TestPages.did(type.name(), "u", type, "i", "r", TestPages.AT.plusSeconds(5)))
                .toList();
    }
}
