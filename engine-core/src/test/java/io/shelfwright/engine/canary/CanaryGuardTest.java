package io.shelfwright.engine.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Degradation;
import io.shelfwright.api.Funnel;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.config.CanarySettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ends a trial, and what does not; windows of a hundred pages an arm. */
class CanaryGuardTest {
    private static final CanarySettings LIMITS = new CanarySettings(0.1, 100, 2, 0.02, 1.5, 0.02, 1.5);
    private static final long MILLISECOND = 1_000_000;

    private final CanaryGuard guard = new CanaryGuard(LIMITS);
    private int windows;

    /** One window: each arm gets a hundred pages, of which some are degraded, and does some things. */
    private Optional<String> window(Arm candidate, Arm inUse) {
        windows++;
        Optional<String> end = Optional.empty();
        for (int i = 0; i < 100; i++) {
            if (i == 99) {
                // The last page of a window ends it: what users do by then is what it holds.
                candidate.react(guard, "candidate " + windows, true);
                inUse.react(guard, "in use " + windows, false);
            }
            Optional<String> first = guard.page(candidate.page("candidate " + windows, i), true, candidate.nanos);
            Optional<String> second = guard.page(inUse.page("in use " + windows, i), false, inUse.nanos);
            end = end.isPresent() ? end : first.isPresent() ? first : second;
        }
        return end;
    }

    private static final class Arm {
        private int degraded;
        private long nanos = MILLISECOND;
        private int hides;
        private int plays = 60;
        private double score = 0.5;
        private double propensity = 0.1;

        Arm degraded(int value) {
            degraded = value;
            return this;
        }

        Arm nanos(long value) {
            nanos = value;
            return this;
        }

        Arm hides(int value) {
            hides = value;
            return this;
        }

        Arm plays(int value) {
            plays = value;
            return this;
        }

        Arm score(double value) {
            score = value;
            return this;
        }

        Arm propensity(double value) {
            propensity = value;
            return this;
        }

        void react(CanaryGuard guard, String request, boolean candidate) {
            for (int i = 0; i < hides; i++) {
                guard.interaction(did(InteractionType.HIDE, request + i), candidate);
            }
            for (int i = 0; i < plays; i++) {
                guard.interaction(did(InteractionType.PLAY, request + i), candidate);
            }
        }

        PageRecord page(String request, int i) {
            List<Degradation> lacking =
                    i < degraded ? List.of(new Degradation("ranking", "main", "failed", "broken")) : List.of();
            HomePage page = new HomePage(
                    request + i, "u", Instant.EPOCH, 1, "000002", "hash", 0, "main", lacking, List.of(), "", Map.of());
            // Support of ten: one of the two cards is drawn twice as likely as the other, so that the mean has an
            // error.
            double drawn = i % 2 == 0 ? propensity * 2 / 3 : propensity * 2;
            SlotRecord slot = new SlotRecord(
                    0, 0, "s", "k", "item", "g", new float[0], new float[] {0}, score, 1, 1, drawn, true, 10, true);
            return new PageRecord(
                    page, "", "", "UTC", "", "fp", Instant.EPOCH, List.of(), 0, new Funnel(1, 1, 1, 1), List.of(slot));
        }
    }

    private static Interaction did(InteractionType type, String request) {
        return Interaction.of("u", type, "item").from(request, "s");
    }

    @Test
    void whatIsWantedBelongsToThePageThatShowedItAndNotToTheUsersArm() {
        for (int window = 0; window < 2; window++) {
            for (int i = 0; i < 99; i++) {
                assertThat(serve(window, i)).isEmpty();
                // By whoever it is reported, and how often: it is one card of one page of that arm.
                guard.interaction(did(InteractionType.PLAY, "candidate " + window + i), false);
                guard.interaction(did(InteractionType.SAVE, "candidate " + window + i), true);
                guard.interaction(did(InteractionType.PLAY, "in use " + window + i), true);
            }
            assertThat(serve(window, 99)).isEmpty();
        }
        assertThat(guard.windows()).isEqualTo(2);
        assertThat(guard.strikes()).isZero();
    }

    @Test
    void whatNoPageShowedSaysNothingOfWhatWasPredicted() {
        for (int window = 0; window < 2; window++) {
            for (int i = 0; i < 99; i++) {
                assertThat(serve(window, i)).isEmpty();
                guard.interaction(did(InteractionType.PLAY, "in use " + window + i), false);
                guard.interaction(did(InteractionType.PLAY, "candidate " + window + i), true);
                // A user of the candidate listens to an album at length, and from a page that nobody remembers.
                for (int play = 0; play < 5; play++) {
                    guard.interaction(Interaction.of("u", InteractionType.PLAY, "item"), true);
                    guard.interaction(did(InteractionType.PLAY, "elsewhere"), true);
                }
            }
            assertThat(serve(window, 99)).isEmpty();
        }
        assertThat(guard.strikes()).isZero();
    }

    @Test
    void aRefusalBelongsToItsPageOrElseToTheUsersArm() {
        for (int i = 0; i < 99; i++) {
            assertThat(serve(0, i)).isEmpty();
            if (i < 30) {
                guard.interaction(did(InteractionType.HIDE, "in use 0" + i), true);
            }
        }
        assertThat(serve(0, 99)).isEmpty();
        assertThat(guard.strikes()).as("all hides are of the snapshot in use").isZero();
        for (int i = 0; i < 99; i++) {
            assertThat(serve(1, i)).isEmpty();
            if (i < 30) {
                guard.interaction(Interaction.of("u", InteractionType.HIDE, "item"), true);
            }
        }
        assertThat(serve(1, 99)).isEmpty();
        assertThat(guard.strikes()).isEqualTo(1);
    }

    private Optional<String> serve(int window, int i) {
        Optional<String> first = guard.page(new Arm().page("candidate " + window, i), true, MILLISECOND);
        Optional<String> second = guard.page(new Arm().page("in use " + window, i), false, MILLISECOND);
        return first.isPresent() ? first : second;
    }

    @Test
    void armsThatAreAlikeGoOnForEver() {
        for (int i = 0; i < 50; i++) {
            assertThat(window(new Arm(), new Arm())).isEmpty();
        }
        assertThat(guard.strikes()).isZero();
        assertThat(guard.windows()).isEqualTo(50);
    }

    @Test
    void twoBadWindowsEndATrialAndTheReasonHasTheFigures() {
        assertThat(window(new Arm().degraded(30), new Arm())).isEmpty();
        assertThat(guard.strikes()).isEqualTo(1);
        assertThat(window(new Arm().degraded(30), new Arm())).hasValueSatisfying(why -> assertThat(why)
                .contains("degradations a page: 0.3000, 0.000 in use", "strike 2"));
        assertThat(window(new Arm().degraded(30), new Arm())).as("told once").isEmpty();
    }

    @Test
    void eachMeasureEndsATrialByItself() {
        record Bad(String what, Arm arm) {}
        for (Bad bad : List.of(
                new Bad("hides", new Arm().hides(30)),
                new Bad("nanoseconds", new Arm().nanos(2 * MILLISECOND)),
                new Bad("positive interactions", new Arm().score(0.1)),
                new Bad("propensity", new Arm().propensity(0.05)))) {
            CanaryGuardTest fresh = new CanaryGuardTest();
            assertThat(fresh.window(bad.arm(), new Arm())).isEmpty();
            assertThat(fresh.window(bad.arm(), new Arm()))
                    .hasValueSatisfying(why -> assertThat(why).contains(bad.what()));
        }
    }

    @Test
    void aGoodWindowTakesAStrikeBackAndOneInBetweenDoesNot() {
        window(new Arm().nanos(MILLISECOND * 16 / 10), new Arm());
        assertThat(guard.strikes()).isEqualTo(1);
        window(new Arm().nanos(MILLISECOND * 14 / 10), new Arm());
        assertThat(guard.strikes()).as("1.4 is neither bad nor clearly good").isEqualTo(1);
        window(new Arm().nanos(MILLISECOND * 11 / 10), new Arm());
        assertThat(guard.strikes()).isZero();
    }

    @Test
    void whatTheSnapshotInUseSuffersFromTooIsNoReason() {
        for (int i = 0; i < 5; i++) {
            assertThat(window(
                            new Arm().degraded(40).hides(20).plays(10),
                            new Arm().degraded(40).hides(20).plays(10)))
                    .isEmpty();
        }
    }

    @Test
    void aDifferenceThatChanceCouldMakeIsNoReason() {
        for (int i = 0; i < 5; i++) {
            assertThat(window(new Arm().hides(4), new Arm().hides(1))).isEmpty();
        }
        assertThat(guard.strikes()).isZero();
    }
}
