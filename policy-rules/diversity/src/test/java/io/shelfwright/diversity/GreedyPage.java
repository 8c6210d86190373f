package io.shelfwright.diversity;

import io.shelfwright.spi.PlacementRule;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestPrefix;
import java.util.random.RandomGenerator;

/** The simplest packer: the item of the largest log utility minus penalty, until there is none. */
final class GreedyPage {
    private GreedyPage() {}

    static TestPrefix fill(SeededWorld world, PlacementRule rule, RandomGenerator random, int cards) {
        int items = world.catalog().size();
        double[] logUtility = new double[items];
        boolean[] used = new boolean[items];
        for (int item = 0; item < items; item++) {
            logUtility[item] = Math.log(0.01 + 0.6 * random.nextDouble());
        }
        TestPrefix page = TestPrefix.of(world.catalog(), world.user(0));
        while (page.size() < cards) {
            PlacementRule.SlotRule slot = rule.forSlot(page, page.next());
            int best = -1;
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int item = 0; item < items; item++) {
                double value = used[item] ? Double.NEGATIVE_INFINITY : logUtility[item] - slot.penalty(item);
                if (value > bestValue) {
                    best = item;
                    bestValue = value;
                }
            }
            if (best < 0) {
                return page;
            }
            used[best] = true;
            page.place(best);
        }
        return page;
    }
}
