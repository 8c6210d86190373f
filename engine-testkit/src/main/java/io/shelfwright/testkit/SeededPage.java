package io.shelfwright.testkit;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.UserState;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A page of some cards, each item once, whose next slot is asked for.
 *
 * @param placed catalog indices in reading order; shared: do not change them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SeededPage(Catalog catalog, UserState user, int[] placed) {

    static SeededPage draw(Catalog catalog, UserState user, int cards, RandomGenerator random) {
        int[] items = shuffled(catalog.size(), random);
        return new SeededPage(catalog, user, IntStream.of(items).limit(cards).toArray());
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        int[] items = IntStream.range(0, size).toArray();
        for (int i = items.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = items[i];
            items[i] = items[other];
            items[other] = kept;
        }
        return items;
    }

    /** Returns the indices of all items of the catalog. */
    int[] items() {
        return IntStream.range(0, catalog.size()).toArray();
    }

    /** Returns a page that ends in the same cards, with others before them where the catalog has enough. */
    SeededPage withOtherCardsBefore(int window, RandomGenerator random) {
        int from = Math.max(0, placed.length - window);
        int[] cards = placed.clone();
        int[] others = IntStream.of(shuffled(catalog.size(), random))
                .filter(item -> IntStream.of(placed).noneMatch(card -> card == item))
                .toArray();
        System.arraycopy(others, 0, cards, 0, Math.min(from, others.length));
        return new SeededPage(catalog, user, cards);
    }

    /** Returns the same page on the reversed catalog. */
    SeededPage turned() {
        int[] cards =
                IntStream.of(placed).map(item -> catalog.size() - 1 - item).toArray();
        return new SeededPage(ReversedCatalog.of(catalog), user, cards);
    }

    /** Returns the penalty of every item of the catalog in the next slot. */
    double[] penalties(PlacementRule rule) {
        PlacementRule.SlotRule slotRule = slotRule(rule);
        double[] penalties = new double[catalog.size()];
        for (int item = 0; item < penalties.length; item++) {
            penalties[item] = slotRule.penalty(item);
        }
        return penalties;
    }

    double[] penaltiesFromTheLast(PlacementRule rule) {
        PlacementRule.SlotRule slotRule = slotRule(rule);
        double[] penalties = new double[catalog.size()];
        for (int item = penalties.length - 1; item >= 0; item--) {
            penalties[item] = slotRule.penalty(item);
        }
        return penalties;
    }

    private PlacementRule.SlotRule slotRule(PlacementRule rule) {
        TestPrefix prefix = TestPrefix.of(catalog, user);
        for (int item : placed) {
            prefix.place(item);
        }
        return rule.forSlot(prefix, prefix.next());
    }
}
