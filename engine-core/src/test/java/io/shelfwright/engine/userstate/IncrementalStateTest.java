package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Feedback;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IncrementalStateTest {
    private static final int SEEDS = 150;

    private final Catalog catalog = RandomInteractions.catalog();

    @Test
    void aStateThatGrewIsTheOneFoldedAnewToTheLastBitWhateverComesLateTwiceOrUndone() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            InMemoryUserStateStore store = new InMemoryUserStateStore();
            UserStates states = new UserStates(store, InstantSource.fixed(RandomInteractions.START), 1_000_000);
            Map<UserState, List<String>> seen = new HashMap<>();
            for (Interaction interaction : disordered(random, 1 + random.nextInt(250))) {
                states.record(interaction);
                if (random.nextInt(4) > 0) {
                    continue;
                }
                UserState state = states.current("user", catalog);
                List<String> text = StateText.of(state);
                assertThat(text).as("seed " + seed).isEqualTo(StateText.of(anew(store)));
                seen.put(state, text);
            }
            seen.forEach((state, text) -> assertThat(StateText.of(state)).isEqualTo(text));
        }
    }

    @Test
    void whatIsInOrderNeverLeadsToAnotherFold() {
        InMemoryUserStateStore store = new InMemoryUserStateStore();
        UserStates states = new UserStates(store, InstantSource.fixed(RandomInteractions.START), 1_000_000);
        states.current("user", catalog);

        for (Interaction interaction : RandomInteractions.of(new Random(5), 500)) {
            states.record(interaction);
            states.current("user", catalog);
        }

        assertThat(states.stats().misses()).isEqualTo(1);
        assertThat(states.stats().grown()).isEqualTo(500);
    }

    @Test
    void aStateTakesNoMoreStepsHoweverLongTheHistoryIs() {
        ReadCounts store = new ReadCounts();
        UserStates states = new UserStates(store, InstantSource.fixed(RandomInteractions.START), 10_000_000);
        List<Interaction> many = RandomInteractions.of(new Random(6), 5_000);
        store.appendAll(many.subList(0, 4_900));
        states.current("user", catalog);
        store.read = 0;

        for (Interaction interaction : many.subList(4_900, 5_000)) {
            states.record(interaction);
            states.current("user", catalog);
        }

        assertThat(store.read).isEqualTo(100);
    }

    @Test
    void twoStatesThatGrowFromTheSameOneDoNotMeet() {
        UserProfile profile = UserProfile.unknown("user");
        List<Interaction> many = RandomInteractions.of(new Random(7), 300);
        FoldedUserState base = UserStateFold.fold(profile, many.subList(0, 200), catalog);
        List<String> before = StateText.of(base);
        Instant later = many.get(299).time();
        List<Interaction> other = List.of(
                Interaction.of("user", InteractionType.PLAY, "item1")
                        .withId("other1")
                        .at(later),
                Feedback.hide("user", TargetType.GENRE, "fado").withId("other2").at(later));

        UserState left = UserStateFold.plus(base, many.subList(200, 300), catalog);
        UserState right = UserStateFold.plus(base, other, catalog);

        List<Interaction> expected = new ArrayList<>(many.subList(0, 200));
        expected.addAll(other);
        assertThat(StateText.of(left)).isEqualTo(StateText.of(UserStateFold.fold(profile, many, catalog)));
        assertThat(StateText.of(right)).isEqualTo(StateText.of(UserStateFold.fold(profile, expected, catalog)));
        assertThat(StateText.of(base)).isEqualTo(before);
    }

    /** Three quarters in order; the others late, with an id that was there, undoing, or at the same time as the last. */
    private static List<Interaction> disordered(Random random, int count) {
        List<Interaction> found = new ArrayList<>();
        for (Interaction interaction : RandomInteractions.of(random, count)) {
            found.add(interaction);
            Interaction known = found.get(random.nextInt(found.size()));
            String id = "extra" + found.size();
            switch (random.nextInt(24)) {
                case 0 -> found.add(known);
                case 1 ->
                    found.add(RandomInteractions.one(random, id)
                            .at(interaction.time().minus(Duration.ofMinutes(random.nextInt(90_000)))));
                case 2 -> found.add(RandomInteractions.one(random, id).at(interaction.time()));
                case 3 -> {
                    if (known.type() != InteractionType.UNDO) {
                        found.add(Feedback.undo("user", known.id()).withId(id).at(interaction.time()));
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    private UserState anew(InMemoryUserStateStore store) {
        List<Interaction> all = store.interactions("user", store.version("user"));
        return UserStateFold.fold(UserProfile.unknown("user"), all, catalog);
    }

    /** Counts the interactions that were read. */
    private static final class ReadCounts extends PlainStore {
        private int read;

        @Override
        public List<Interaction> interactions(String userId, long from, long to) {
            List<Interaction> found = super.interactions(userId, from, to);
            read += found.size();
            return found;
        }

        @Override
        public List<Interaction> interactions(String userId, long version) {
            List<Interaction> found = super.interactions(userId, version);
            read += found.size();
            return found;
        }
    }
}
