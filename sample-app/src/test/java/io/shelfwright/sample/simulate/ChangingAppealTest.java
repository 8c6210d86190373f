package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangingAppealTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Item ROCK =
            Item.builder("one", ItemKind.ALBUM, "One").genres("rock").build();
    private static final Appeal OWN = (user, item) -> user.equals("a") ? 0.8 : 0.2;

    @Test
    void atTheStartNothingHasDrifted() {
        assertThat(appeal(new Scenario(0.5, 0, 0, 0, List.of())).of("a", ROCK)).isEqualTo(0.8);
    }

    @Test
    void halfATasteThatDriftsByHalfAWeekIsAnothersAfterAWeek() {
        Appeal drifting = appeal(new Scenario(0.5, 0, 0, 0, List.of()));
        assertThat(drifting.of("a", ROCK, START.plus(Duration.ofDays(7)))).isEqualTo(0.5, within(1e-12));
        assertThat(drifting.of("a", ROCK, START.plus(Duration.ofDays(700)))).isEqualTo(0.2, within(1e-9));
    }

    @Test
    void aSeasonComesBackAfterFourWeeks() {
        Appeal seasonal = appeal(new Scenario(0, 0.5, 0, 0, List.of()));
        double now = seasonal.of("b", ROCK, START.plus(Duration.ofDays(3)));
        double opposite = seasonal.of("b", ROCK, START.plus(Duration.ofDays(17)));
        assertThat(seasonal.of("b", ROCK, START.plus(Duration.ofDays(31)))).isEqualTo(now, within(1e-9));
        assertThat(now + opposite).isEqualTo(0.4, within(1e-9));
        assertThat(now).isNotEqualTo(opposite);
    }

    @Test
    void marketsDifferAndNothingIsWantedMoreThanEntirely() {
        Appeal local = new ChangingAppeal(
                (user, item) -> 0.5, new Scenario(0, 0, 1, 0, List.of()), 3, START, List.of("b"), user -> user);
        assertThat(local.of("SE", ROCK)).isNotEqualTo(local.of("DE", ROCK)).isBetween(0.0, 1.0);
        Appeal entire = new ChangingAppeal(
                (user, item) -> 1, new Scenario(0, 0, 1, 0, List.of()), 3, START, List.of("b"), user -> user);
        for (String market : List.of("SE", "DE", "US", "JP", "BR")) {
            assertThat(entire.of(market, ROCK)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void sharesOutsideZeroToOneAreRefused() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new Scenario(wrong, 0, 0, 0, List.of()))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("drift");
        }
        assertThatThrownBy(() -> new Scenario(0, 0, 0, 1, List.of())).hasMessageContaining("below 1");
    }

    private static Appeal appeal(Scenario scenario) {
        return new ChangingAppeal(OWN, scenario, 1, START, List.of("b"), user -> "");
    }
}
