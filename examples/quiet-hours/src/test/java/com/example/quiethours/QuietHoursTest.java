package com.example.quiethours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.ScoreRuleContract;
import io.shelfwright.testkit.TestAdjustments;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract's requests, and those below, are of noon. */
class QuietHoursTest extends ScoreRuleContract {
    private static final double FACTOR = 0.25;

    private final Catalog catalog =
            TestCatalog.of(album("loud", "punk"), album("calm", "jazz"), album("both", "jazz", "metal"));

    @Override
    protected ScoreRule rule(InstanceContext context) {
        return new QuietHours(hours(11, 14));
    }

    @Override
    protected double largestFactor() {
        return 1 / FACTOR;
    }

    @Test
    void inQuietHoursLoudItemsAreLoweredAndSayWhy() {
        TestAdjustments adjustments = adjusted(hours(12, 13), TestUser.of("u").build(catalog));

        assertThat(adjustments.factor(0)).isCloseTo(FACTOR, within(1e-12));
        assertThat(adjustments.factor(1)).isEqualTo(1);
        assertThat(adjustments.factor(2)).isCloseTo(FACTOR, within(1e-12));
        assertThat(adjustments.reasons(0)).containsExactly("is punk, in quiet hours");
    }

    @Test
    void atOtherHoursNothingChanges() {
        TestAdjustments adjustments = adjusted(hours(22, 7), TestUser.of("u").build(catalog));

        assertThat(adjustments.factor(0)).isEqualTo(1);
    }

    @Test
    void whoHearsLittleElseIsLeftAlone() {
        TestAdjustments adjustments =
                adjusted(hours(12, 13), TestUser.of("u").play("loud").build(catalog));

        assertThat(adjustments.factor(0)).isEqualTo(1);
        assertThat(adjustments.factor(2)).isCloseTo(FACTOR, within(1e-12));
    }

    @Test
    void theHoursMayGoPastMidnight() {
        QuietHoursSettings night = hours(22, 7);

        assertThat(List.of(22, 0, 6)).allMatch(night::covers);
        assertThat(List.of(7, 12, 21)).noneMatch(night::covers);
    }

    @Test
    void noHoursAtAllAreRefused() {
        assertThatThrownBy(() -> hours(7, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different hours");
    }

    private TestAdjustments adjusted(QuietHoursSettings settings, UserState user) {
        CandidateBatch batch = TestCandidates.batch(catalog, user, TestShelves.shelf("any"), "loud", "calm", "both");
        TestAdjustments adjustments = TestAdjustments.of(batch.size());
        new QuietHours(settings).adjust(batch, adjustments);
        return adjustments;
    }

    private static QuietHoursSettings hours(int from, int until) {
        return new QuietHoursSettings(from, until, List.of("punk", "metal"), FACTOR);
    }

    private static Item album(String id, String... genres) {
        return Item.builder(id, ItemKind.ALBUM, id).genres(genres).build();
    }
}
