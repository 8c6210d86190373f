package io.shelfwright.learning.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.PageOdds;
import io.shelfwright.engine.SlotOdds;
import io.shelfwright.engine.SlotOdds.CardOdds;
import io.shelfwright.learning.TestPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One shelf of two slots, of which one is drawn: each with probability 1/2. */
class PageWeighingTest {
    private static final double SHARE = 0.5;

    @Test
    void anUnchangedConfigurationWeighsEveryCardWithOne() {
        PageOdds odds = page(slot(0, 0, "a", 0.25, "b", 0.75), slot(0, 1, "c", 0.4, "d", 0.6));
        WeighedPage page = weigh(odds, odds, record(packed(0, "a"), drawn(1, "d", 0.6)));
        assertThat(page.weights()).containsExactly(new double[] {1, 1}, within(1e-12));
        assertThat(page.weighedViews()).isEqualTo(page.views(), within(1e-12));
        assertThat(page.outside()).isEqualTo(0, within(1e-12));
        assertThat(page.expected()).isPositive();
    }

    @Test
    void aWeightIsTheNewMarginalByTheLoggedOne() {
        PageOdds logged = page(slot(0, 0, "a", 0.25, "b", 0.75), slot(0, 1, "c", 0.4, "d", 0.6));
        PageOdds changed = page(slot(0, 0, "b", 0.9, "a", 0.1), slot(0, 1, "d", 0.8, "c", 0.2));
        WeighedPage page = weigh(logged, changed, record(packed(0, "a"), drawn(1, "d", 0.6)));
        // a was packed there: 1/2 + 1/2 x 0.25; now it is only drawn: 1/2 x 0.1.
        assertThat(page.weights()[0]).isEqualTo(0.05 / 0.625, within(1e-12));
        // d was only drawn: 1/2 x 0.6; now it is packed too: 1/2 + 1/2 x 0.8.
        assertThat(page.weights()[1]).isEqualTo(0.9 / 0.3, within(1e-12));
    }

    @Test
    void whatCouldNotBeShownThereIsOutside() {
        PageOdds logged = page(slot(0, 0, "a", 0.25, "b", 0.75), slot(0, 1, "c", 0.4, "d", 0.6));
        PageOdds changed = page(slot(0, 0, "x", 0.9, "a", 0.1), slot(0, 1, "c", 0.4, "d", 0.6));
        WeighedPage page = weigh(logged, changed, record(packed(0, "a"), drawn(1, "d", 0.6)));
        // x: 1/2 as packed and 1/2 x 0.9 as drawn, in a slot that is seen with certainty.
        assertThat(page.outside()).isEqualTo(0.95, within(1e-12));
    }

    @Test
    void aShelfThatMovesCarriesItsRewardsByHowMuchEachRowIsSeen() {
        PageOdds logged =
                new PageOdds(List.of(slot(0, 0, "a", 0.25, "b", 0.75), seen("other", 1, 0, 0.5, "o", 1)), SHARE);
        PageOdds changed = new PageOdds(
                List.of(seen("other", 0, 0, 1, "o", 1), seen("shelf", 1, 0, 0.5, "a", 0.25, "b", 0.75)), SHARE);
        PageRecord record = record(packed(0, "a"), other("o"));
        WeighedPage page = weigh(logged, changed, record);
        assertThat(page.weights()).containsExactly(new double[] {0.5, 2}, within(1e-12));

        WeighedPage same = new PageWeighing(record, logged, new NewPage(List.of(changed), true))
                .weigh(new double[2])
                .orElseThrow();
        assertThat(same.weights()).as("no card was ever seen in that place").containsExactly(0, 0);
        assertThat(same.outside()).isEqualTo(same.views(), within(1e-12));
    }

    @Test
    void aPageWhosePropensityDoesNotComeOutIsNotWeighed() {
        PageOdds odds = page(slot(0, 0, "a", 0.25, "b", 0.75), slot(0, 1, "c", 0.4, "d", 0.6));
        NewPage next = new NewPage(List.of(odds), false);
        assertThat(new PageWeighing(record(packed(0, "a"), drawn(1, "d", 0.61)), odds, next).weigh(new double[2]))
                .isEmpty();
        assertThat(new PageWeighing(record(packed(0, "b"), drawn(1, "d", 0.6)), odds, next).weigh(new double[2]))
                .as("another card was packed")
                .isEmpty();
    }

    @Test
    void aNewPageIsTheMeanOverItsSeeds() {
        PageOdds one = page(slot(0, 0, "a", 0.25, "b", 0.75));
        PageOdds two = page(slot(0, 0, "a", 0.75, "b", 0.25));
        NewPage.Place place = Objects.requireNonNull(new NewPage(List.of(one, two), false).place("shelf", 0, 0));
        assertThat(place.probability("a")).isEqualTo(0.5 + 0.5 * 0.5, within(1e-12));
        assertThat(place.probability("b")).isEqualTo(0.5 * 0.5, within(1e-12));
        assertThat(place.probability("nothing")).isZero();
        assertThat(new NewPage(List.of(one), false).place("shelf", 7, 0))
                .as("another row")
                .isNotNull();
        assertThat(new NewPage(List.of(one), true).place("shelf", 7, 0)).isNull();
    }

    @Test
    void aSlotThatIsNotDrawnShowsWhatIsPacked() {
        SlotOdds pinned = new SlotOdds(0, 0, "shelf", 1, false, "a", List.of(new CardOdds("a", 1, 0.5)), List.of());
        NewPage.Place place = Objects.requireNonNull(
                new NewPage(List.of(new PageOdds(List.of(pinned), SHARE)), false).place("shelf", 0, 0));
        assertThat(place.probability("a")).isEqualTo(1, within(1e-12));
    }

    private static WeighedPage weigh(PageOdds logged, PageOdds changed, PageRecord record) {
        return new PageWeighing(record, logged, new NewPage(List.of(changed), false))
                .weigh(new double[record.slots().size()])
                .orElseThrow();
    }

    private static PageOdds page(SlotOdds... slots) {
        return new PageOdds(List.of(slots), SHARE);
    }

    /** A slot in the first row; the first card is the one that is packed. */
    private static SlotOdds slot(int row, int column, Object... cards) {
        return place("shelf", row, column, 1, cards);
    }

    private static SlotOdds seen(String shelf, int row, int column, double examination, Object... cards) {
        return place(shelf, row, column, examination, cards);
    }

    private static SlotOdds place(String shelf, int row, int column, double examination, Object... cards) {
        List<CardOdds> odds = new ArrayList<>();
        for (int i = 0; i < cards.length; i += 2) {
            odds.add(new CardOdds((String) cards[i], ((Number) cards[i + 1]).doubleValue(), 0.5));
        }
        return new SlotOdds(row, column, shelf, examination, true, (String) cards[0], odds, List.of());
    }

    private static PageRecord record(SlotRecord... slots) {
        return TestPages.page("u", "r", TestPages.AT, "f", List.of(slots));
    }

    private static SlotRecord packed(int column, String item) {
        return shown("shelf", 0, column, item, 1, false);
    }

    private static SlotRecord drawn(int column, String item, double propensity) {
        return shown("shelf", 0, column, item, propensity, true);
    }

    private static SlotRecord other(String item) {
        return shown("other", 1, 0, item, 1, false);
    }

    private static SlotRecord shown(
            String shelf, int row, int column, String item, double propensity, boolean explored) {
        return new SlotRecord(
                row,
                column,
                shelf,
                "albums",
                item,
                "g",
                new float[] {0},
                new float[] {0},
                0.3,
                0.3,
                1,
                propensity,
                true,
                explored ? 2 : 1,
                explored);
    }
}
