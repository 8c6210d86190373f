package io.shelfwright.sample.simulate.cards;

import io.shelfwright.api.BadRequestException;
import java.util.List;

/**
 * How the carousel problem is simulated.
 *
 * @param carousel the row of slots
 * @param segments of a larger population made of the listeners, 0 for the listeners themselves
 * @param listeners a segment of that population
 * @param rounds after each of which policies learn
 * @param visits a round
 * @param policies their names
 * @param seeds number of runs
 * @param seed of the first run and of the population; each further run has the next
 */
public record CardOptions(
        Carousel carousel,
        int segments,
        int listeners,
        int rounds,
        int visits,
        List<String> policies,
        int seeds,
        long seed) {

    public CardOptions {
        check("rounds", rounds, 1, 100_000);
        check("users per round", visits, 1, 10_000_000);
        check("seeds", seeds, 1, 1000);
        check("segments of a population", segments, 0, 10_000);
        check("listeners of a segment", listeners, segments == 0 ? 0 : 1, 1_000_000);
        if ((long) segments * listeners > 2_000_000) {
            throw new BadRequestException("a population of " + segments + " x " + listeners
                    + " listeners is too large; allowed are 2,000,000 in all");
        }
        policies = CardPolicies.checked(policies);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadRequestException(name + ": " + value + "; allowed is " + least + " to " + most);
        }
    }
}
