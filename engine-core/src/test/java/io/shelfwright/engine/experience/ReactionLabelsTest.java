package io.shelfwright.engine.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.LabelPolicy;
import io.shelfwright.spi.Objective;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactionLabelsTest {
    private final LabelPolicy policy = new ReactionLabels();

    @ParameterizedTest
    @CsvSource({
        "PLAY, 1, 0, 0",
        "COMPLETE, 1, 0, 0",
        "SAVE, 1, 1, 0",
        "FOLLOW, 1, 1, 0",
        "LIKE, 1, 1, 0",
        "SKIP, 0, 0, 0.2",
        "HIDE, 0, 0, 1",
        "DISLIKE, 0, 0, 1",
    })
    void aReactionSpeaksForItsObjectives(InteractionType type, float stream, float save, float hide) {
        assertThat(label(Objective.STREAM, type)).isEqualTo(stream);
        assertThat(label(Objective.SAVE, type)).isEqualTo(save);
        assertThat(label(Objective.HIDE, type)).isEqualTo(hide);
    }

    @Test
    void theStrongestReactionDecides() {
        assertThat(label(Objective.HIDE, InteractionType.SKIP, InteractionType.HIDE, InteractionType.SKIP))
                .isEqualTo(1);
    }

    @Test
    void weightsMayAddUpButNotAboveOne() {
        LabelPolicy sum =
                new ReactionLabels(new ReactionLabels.Settings(ReactionLabels.Combine.SUM, 0.3, 0.5, 1, 1, 1, 0.2, 30));
        List<Interaction> reactions = new ArrayList<>();
        reactions.add(Interaction.of("u", InteractionType.PLAY, "a"));
        assertThat(sum.label(Objective.STREAM, reactions)).isEqualTo(0.3f);
        reactions.add(Interaction.of("u", InteractionType.COMPLETE, "a"));
        assertThat(sum.label(Objective.STREAM, reactions)).isEqualTo(0.8f);
        reactions.add(Interaction.of("u", InteractionType.COMPLETE, "a"));
        assertThat(sum.label(Objective.STREAM, reactions)).isEqualTo(1);
    }

    @Test
    void aSkipLongAfterThePlayIsTheEndOfListeningAndNoNegative() {
        Instant at = Instant.parse("2024-05-01T12:00:00Z");
        Interaction play = Interaction.of("u", InteractionType.PLAY, "a").at(at);
        Interaction skip = Interaction.of("u", InteractionType.SKIP, "a");
        assertThat(policy.label(Objective.HIDE, List.of(play, skip.at(at.plusSeconds(29)))))
                .isEqualTo(0.2f);
        assertThat(policy.label(Objective.HIDE, List.of(play, skip.at(at.plusSeconds(30)))))
                .isZero();
    }

    @Test
    void noReactionIsNoPositiveOfAnything() {
        for (String objective : policy.objectives()) {
            assertThat(label(objective)).isZero();
        }
    }

    @Test
    void anUnknownObjectiveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> label("sing-along", InteractionType.PLAY))
                .withMessageContaining("sing-along");
    }

    private float label(String objective, InteractionType... types) {
        List<Interaction> reactions = new ArrayList<>();
        for (InteractionType type : types) {
            reactions.add(Interaction.of("u", type, "a"));
        }
        return policy.label(objective, reactions);
    }
}
