package com.example.timeofday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.CandidateGeneratorContract;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestContext;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract's requests, and those below, are of noon. */
class TimeOfDayTest extends CandidateGeneratorContract {
    private final Catalog catalog =
            TestCatalog.of(album("calm", "jazz"), album("calmer", "ambient"), album("loud", "metal"));

    @Override
    protected CandidateGenerator generator(InstanceContext context) {
        return new TimeOfDay(hours(9, 17), context);
    }

    @Test
    void duringItsHoursItProposesItsGenresOnly() {
        assertThat(proposed(hours(12, 13), TestUser.of("u").build(catalog)))
                .containsExactlyInAnyOrder("calm", "calmer");
    }

    @Test
    void whatTheListenerHearsComesFirst() {
        UserState user = TestUser.of("u").play("calmer").build(catalog);

        assertThat(proposed(hours(12, 13), user)).startsWith("calmer");
    }

    @Test
    void atOtherHoursItProposesNothing() {
        UserState user = TestUser.of("u").build(catalog);

        assertThat(proposed(hours(6, 12), user)).isEmpty();
        assertThat(proposed(hours(13, 24), user)).isEmpty();
    }

    @Test
    void theHoursMayGoPastMidnight() {
        TimeOfDaySettings night = hours(22, 6);

        assertThat(List.of(22, 23, 0, 5)).allMatch(night::covers);
        assertThat(List.of(6, 12, 21)).noneMatch(night::covers);
    }

    @Test
    void noHoursAtAllAreRefused() {
        assertThatThrownBy(() -> hours(7, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different hours");
    }

    private List<String> proposed(TimeOfDaySettings settings, UserState user) {
        return new TimeOfDay(settings, TestContext.of(catalog))
                .propose(TestRequests.recall(user, TestShelves.shelf("now"))).stream()
                        .map(Proposal::itemId)
                        .toList();
    }

    private static TimeOfDaySettings hours(int from, int until) {
        return new TimeOfDaySettings(from, until, List.of("jazz", "ambient"), "For now");
    }

    private static Item album(String id, String genre) {
        return Item.builder(id, ItemKind.ALBUM, id).genres(genre).build();
    }
}
