package io.shelfwright.sample.simulate;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Shelf;
import io.shelfwright.engine.config.ConfigReader;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What a page is worth to its listener in expectation: the sum over its cards of the probability that the card is seen, times what it is worth
 * once seen. Thread-safe.
 */
final class PageWorth {
    private final SimulationWorld world;
    private final Map<String, Double> weights;
    private final Examination examination = new Examination();

    private PageWorth(SimulationWorld world, Map<String, Double> weights) {
        this.world = world;
        this.weights = weights;
    }

    /** Returns what pages are worth by the objectives of a world's configuration. */
    static PageWorth of(SimulationWorld world) {
        return new PageWorth(
                world,
                ConfigReader.read(world.data().config()).ranking().settings().objectives());
    }

    double utility(HomePage page) {
        return sum(page, chances -> chances.utility(weights));
    }

    double streams(HomePage page) {
        return sum(page, Chances::stream);
    }

    private double sum(HomePage page, ToDoubleFunction<Chances> value) {
        double sum = 0;
        for (Shelf shelf : page.shelves()) {
            for (Card card : shelf.cards()) {
                Chances chances = Chances.of(world.appeal().of(page.userId(), world.item(card.itemId()), page.at()));
                sum += examination.of(shelf.row(), card.column()) * value.applyAsDouble(chances);
            }
        }
        return sum;
    }
}
