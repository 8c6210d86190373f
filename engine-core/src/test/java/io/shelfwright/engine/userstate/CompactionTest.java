package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.HidingPolicy;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.RandomCases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How close the state after summing up is to the state before: counts are kept, times move within bounds. */
class CompactionTest {
    private static final int OLD = 1_600;
    private static final int RECENT = 300;

    private final Catalog catalog = RandomInteractions.catalog();

    /** A user's history, whole and with its older part summed up. */
    private final class Case {
        final List<Interaction> all;
        final List<Interaction> compacted;
        final UserState before;
        final UserState after;
        final Instant end;

        Case(long seed, int most) {
            all = RandomInteractions.of(new Random(seed), OLD + RECENT);
            List<Interaction> old = all.subList(0, OLD);
            compacted = Compaction.of(old, Set.of("id3", "id40", "id" + (OLD - 2)), most);
            List<Interaction> kept = new ArrayList<>(old);
            kept.removeIf(one -> Set.of("id3", "id40", "id" + (OLD - 2)).contains(one.id()));
            before = state(kept);
            after = state(compacted);
            end = all.get(all.size() - 1).time();
        }

        private UserState state(List<Interaction> old) {
            List<Interaction> whole = new ArrayList<>(old);
            whole.addAll(all.subList(OLD, all.size()));
            return UserStateFold.fold(UserProfile.unknown("user"), whole, whole.size(), catalog)
                    .with(UserProfile.unknown("user"), HidingPolicy.DEFAULT);
        }
    }

    private static double sum(List<Interaction> interactions, InteractionType type) {
        return interactions.stream()
                .filter(one -> one.type() == type)
                .mapToDouble(Interaction::amount)
                .sum();
    }

    @Test
    void theBoundIsKeptAndSoIsEveryCountWhileThereIsRoom() {
        RandomCases.run(12, (seed, random) -> {
            for (int most : new int[] {1_200, 900, 700}) {
                Case one = new Case(seed, most);
                assertThat(one.compacted).hasSizeLessThanOrEqualTo(most);
                for (InteractionType type :
                        List.of(InteractionType.PLAY, InteractionType.COMPLETE, InteractionType.SKIP)) {
                    List<Interaction> old = one.all.subList(0, OLD);
                    double undone = old.stream()
                            .filter(past ->
                                    Set.of("id3", "id40", "id" + (OLD - 2)).contains(past.id()))
                            .filter(past -> past.type() == type)
                            .mapToDouble(Interaction::amount)
                            .sum();
                    assertThat(sum(one.compacted, type)).isCloseTo(sum(old, type) - undone, within(1e-6));
                }
                assertThat(one.after.plays()).isCloseTo(one.before.plays(), within(1e-6));
                Map<String, ItemHistory> after = one.after.histories().stream()
                        .collect(Collectors.toMap(ItemHistory::itemId, Function.identity()));
                for (ItemHistory history : one.before.histories()) {
                    ItemHistory summed = Objects.requireNonNull(after.get(history.itemId()));
                    assertThat(summed.plays()).isCloseTo(history.plays(), within(1e-6));
                    assertThat(summed.completes()).isCloseTo(history.completes(), within(1e-6));
                    assertThat(summed.skips()).isCloseTo(history.skips(), within(1e-6));
                    assertThat(summed.saved()).isEqualTo(history.saved());
                }
            }
        });
    }

    @Test
    void whatWasSaidOnPurposeIsExactlyAsItWas() {
        RandomCases.run(12, (seed, random) -> {
            Case one = new Case(seed, 700);
            assertThat(one.after.positiveFeedback()).isEqualTo(one.before.positiveFeedback());
            assertThat(one.after.hidden(one.end).unwanted())
                    .isEqualTo(one.before.hidden(one.end).unwanted());
        });
    }

    @Test
    void sharesRecencyHabitsViewsAndTheTasteVectorStayWithinTheStatedBounds() {
        double[] worst = new double[6];
        RandomCases.run(12, (seed, random) -> {
            Case one = new Case(seed, 700);
            for (Affinity artist : one.before.artists()) {
                worst[0] = Math.max(worst[0], Math.abs(artist.share() - one.after.artistShare(artist.name())));
            }
            for (ItemHistory history : one.before.histories()) {
                ItemHistory summed = Objects.requireNonNull(one.after.history(history.itemId()));
                Instant last = history.lastPlayed();
                Instant moved = summed.lastPlayed();
                if (last != null && moved != null) {
                    assertThat(moved).isBeforeOrEqualTo(last);
                    assertThat(moved).isAfterOrEqualTo(Objects.requireNonNull(history.firstPlayed()));
                    worst[1] = Math.max(worst[1], (last.getEpochSecond() - moved.getEpochSecond()) / 86_400.0);
                }
                double listening = listening(history, one.end);
                if (listening > 0.1) {
                    worst[2] = Math.max(worst[2], Math.abs(listening(summed, one.end) / listening - 1));
                }
            }
            for (int daypart = 0; daypart < ItemHistory.DAYPARTS; daypart++) {
                worst[3] = Math.max(
                        worst[3], Math.abs(one.after.daypartShare(daypart) - one.before.daypartShare(daypart)));
            }
            for (int shelf = 0; shelf < 3; shelf++) {
                double views = one.before.impressions(ImpressionKey.Scope.SHELF, "shelf" + shelf, one.end);
                double summed = one.after.impressions(ImpressionKey.Scope.SHELF, "shelf" + shelf, one.end);
                worst[4] = Math.max(worst[4], Math.abs(summed - views) / Math.max(1, views));
            }
            worst[5] = Math.max(worst[5], 1 - cosine(vector(one.before), vector(one.after)));
        });
        assertThat(worst[0]).as("share of an artist").isLessThan(0.001);
        assertThat(worst[1]).as("days of a last play").isZero();
        assertThat(worst[2]).as("decayed plays of an item, relatively").isLessThan(0.05);
        assertThat(worst[3]).as("share of a part of the week").isLessThan(0.05);
        assertThat(worst[4]).as("views of a shelf, relatively").isLessThan(1e-6);
        assertThat(worst[5]).as("1 - cosine of the taste vectors").isLessThan(0.001);
    }

    /** Decayed plays are of the time of the last one. */
    private static double listening(ItemHistory history, Instant at) {
        Instant last = history.lastPlayed();
        return last == null
                ? 0
                : history.decayedPlays()
                        * Math.pow(2, -(at.getEpochSecond() - last.getEpochSecond()) / (60 * 86_400.0));
    }

    private static float[] vector(UserState state) {
        return state.taste().orElseThrow().values();
    }

    private static double cosine(float[] first, float[] second) {
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < first.length; i++) {
            dot += first[i] * second[i];
            a += first[i] * first[i];
            b += second[i] * second[i];
        }
        return dot / Math.sqrt(a * b);
    }
}
