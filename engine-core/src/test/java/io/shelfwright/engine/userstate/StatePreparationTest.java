package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.UserStateException;
import io.shelfwright.spi.Catalog;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** States are computed before a snapshot serves: bounded, by several threads, and failures are heard. */
class StatePreparationTest {
    private final InMemoryUserStateStore store = new InMemoryUserStateStore();
    private final UserStates states = new UserStates(store, InstantSource.fixed(RandomInteractions.START), 1_000_000);
    private final Catalog catalog = RandomInteractions.catalog();

    private void record(String user) {
        store.append(Interaction.of(user, InteractionType.PLAY, "item1")
                .withId("play-" + user)
                .at(RandomInteractions.START));
    }

    @Test
    void preparedStatesAreNotComputedAgain() {
        List.of("a", "b", "c", "d").forEach(this::record);
        AtomicInteger most = new AtomicInteger();

        int prepared = states.prepare(catalog, 3, 2, done -> most.accumulateAndGet(done, Math::max));

        assertThat(prepared).isEqualTo(3);
        assertThat(most).hasValue(3);
        long computed = states.stats().misses();
        states.current("a", catalog);
        assertThat(states.stats().misses()).isEqualTo(computed);
        states.current("d", catalog);
        assertThat(states.stats().misses()).isEqualTo(computed + 1);
    }

    @Test
    void usersOfCachedStatesComeFirst() {
        List.of("a", "b", "c", "d").forEach(this::record);
        states.current("d", catalog);

        assertThat(states.usersToPrepare(2)).containsExactly("d", "a");
    }

    @Test
    void everyUserIsWorkedThroughOnceAndAFailureIsHeard() {
        List<String> users = List.of("a", "b", "c", "d", "e");
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        assertThat(StatePreparation.run(users, seen::add, 3, done -> {})).isEqualTo(5);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(users);

        assertThatThrownBy(() -> StatePreparation.run(
                        users,
                        user -> {
                            throw new IllegalStateException("no " + user);
                        },
                        2,
                        done -> {}))
                .isInstanceOf(UserStateException.class)
                .hasMessageContaining("no ");
    }
}
