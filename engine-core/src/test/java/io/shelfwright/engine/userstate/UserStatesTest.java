package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.UserState;
import io.shelfwright.spi.UserStateStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UserStatesTest {
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    private final Catalog catalog = RandomInteractions.catalog();
    private final UserStateStore store = new InMemoryUserStateStore();
    private final UserStates states = new UserStates(store, InstantSource.fixed(NOON), 10_000);

    @Test
    void theVeryNextStateKnowsWhatWasRecorded() {
        assertThat(states.current("u", catalog).plays()).isZero();

        Receipt receipt = states.record(Interaction.of("u", InteractionType.PLAY, "item1"));

        assertThat(receipt.stateVersion()).isEqualTo(1);
        assertThat(receipt.duplicate()).isFalse();
        UserState state = states.current("u", catalog);
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.plays()).isEqualTo(1);
        assertThat(state.lastActive()).isEqualTo(NOON);
        assertThat(states.at("u", 0, catalog).plays()).isZero();
    }

    @Test
    void aStateIsFoldedOncePerVersion() {
        states.record(Interaction.of("u", InteractionType.PLAY, "item1"));
        states.current("u", catalog);
        states.current("u", catalog);
        states.current("u", catalog);

        assertThat(states.stats().misses()).isEqualTo(1);
        assertThat(states.stats().hitRate()).isEqualTo(2 / 3.0);
    }

    @Test
    void aNewProfileIsKnownAtOnce() {
        states.current("u", catalog);
        store.putProfile(UserProfile.unknown("u").withMarket("SE"));

        assertThat(states.current("u", catalog).profile().market()).isEqualTo("SE");
    }

    @Test
    void aRepeatedIdIsADuplicate() {
        Interaction play = Interaction.of("u", InteractionType.PLAY, "item1").withId("mine");

        assertThat(states.record(play)).isEqualTo(new Receipt("mine", 1, false));
        assertThat(states.record(play)).isEqualTo(new Receipt("mine", 1, true));
    }

    @Test
    void derivedIdsDependOnUserVersionAndContentOnly() {
        Interaction play = Interaction.of("u", InteractionType.PLAY, "item1");
        UserStates elsewhere = new UserStates(new InMemoryUserStateStore(), InstantSource.fixed(NOON), 10_000);

        Receipt first = states.record(play);
        Receipt second = states.record(play);

        assertThat(second.interactionId()).isNotEqualTo(first.interactionId());
        assertThat(elsewhere.record(play)).isEqualTo(first);
        assertThat(states.current("u", catalog).plays()).isEqualTo(2);
    }

    @Test
    void undoTakesBackAndKeepsHistory() {
        Receipt hide = states.record(Feedback.hide("u", TargetType.GENRE, "rock"));
        assertThat(states.current("u", catalog).negativeFeedback()).hasSize(1);

        states.record(Feedback.undo("u", hide.interactionId()));

        assertThat(states.current("u", catalog).negativeFeedback()).isEmpty();
        assertThat(states.current("u", catalog).version()).isEqualTo(2);
        assertThat(states.at("u", 1, catalog).negativeFeedback()).hasSize(1);
    }

    @Test
    void onlyAKnownInteractionOfThatUserCanBeUndone() {
        Receipt hide = states.record(Feedback.hide("u", TargetType.GENRE, "rock"));
        Receipt undo = states.record(Feedback.undo("u", hide.interactionId()));

        assertThatThrownBy(() -> states.record(Feedback.undo("v", hide.interactionId())))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("has no interaction " + hide.interactionId())
                .hasMessageContaining("receipt");
        assertThatThrownBy(() -> states.record(Feedback.undo("u", undo.interactionId())))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is itself an undo");
        assertThat(store.version("u")).isEqualTo(2);
        assertThat(store.version("v")).isZero();
    }

    @Test
    void aVersionTheUserNeverHadIsRefused() {
        assertThatThrownBy(() -> states.at("u", 1, catalog))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("versions 0 to 0");
        assertThatThrownBy(() -> states.at("u", -1, catalog)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void sayingTheSameFromManyThreadsCountsEveryTime() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Receipt>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                calls.add(() -> states.record(Interaction.of("u", InteractionType.PLAY, "item1")));
            }
            for (Future<Receipt> receipt : pool.invokeAll(calls)) {
                assertThat(receipt.get().duplicate()).isFalse();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(states.current("u", catalog).plays()).isEqualTo(400);
    }
}
