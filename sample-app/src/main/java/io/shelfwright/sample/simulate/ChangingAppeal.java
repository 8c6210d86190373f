package io.shelfwright.sample.simulate;

import io.shelfwright.api.Item;
import io.shelfwright.sample.data.Draws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Appeal that changes in the course of a simulation.
 *
 * <p>Drift d: after w weeks {@code (1 - d)^w} of a listener's appeal is their own, the rest that of one other listener, drawn from
 * the seed. Seasons a: a factor {@code 1 + a sin(2 pi (day / 28 + phase))} with a phase for each first genre. Markets m: a factor
 * {@code 1 + m u}, u in [-1, 1) drawn for each market and first genre. The product is at most 1. Thread-safe.
 */
final class ChangingAppeal implements Appeal {
    private static final double SECONDS_OF_DAY = 86_400;
    private static final double DAYS_OF_WEEK = 7;
    private static final double DAYS_OF_SEASON = 28;

    private final Appeal appeal;
    private final Scenario scenario;
    private final long seed;
    private final Instant start;
    private final List<String> listeners;
    private final UnaryOperator<String> marketOf;

    /**
     * Makes the appeal.
     *
     * @param start when the simulation begins
     * @param listeners whose tastes others drift towards
     * @param marketOf market of a listener
     */
    ChangingAppeal(
            Appeal appeal,
            Scenario scenario,
            long seed,
            Instant start,
            List<String> listeners,
            UnaryOperator<String> marketOf) {
        this.appeal = appeal;
        this.scenario = scenario;
        this.seed = seed;
        this.start = start;
        this.listeners = List.copyOf(listeners);
        this.marketOf = marketOf;
    }

    @Override
    public double of(String userId, Item item) {
        return of(userId, item, start);
    }

    @Override
    public double of(String userId, Item item, Instant at) {
        double days = Math.max(0, Duration.between(start, at).toSeconds() / SECONDS_OF_DAY);
        double kept = Math.pow(1 - scenario.drift(), days / DAYS_OF_WEEK);
        double wanted = kept * appeal.of(userId, item);
        if (kept < 1) {
            wanted += (1 - kept) * appeal.of(other(userId), item);
        }
        String genre = item.genres().isEmpty() ? "" : item.genres().get(0);
        return Math.min(1, wanted * season(genre, days) * market(userId, genre));
    }

    private String other(String userId) {
        return listeners.get(new Draws(seed, 41, Keys.of(userId)).below(listeners.size()));
    }

    private double season(String genre, double days) {
        if (scenario.seasons() == 0) {
            return 1;
        }
        double phase = new Draws(seed, 42, Keys.of(genre)).next();
        return 1 + scenario.seasons() * StrictMath.sin(2 * Math.PI * (days / DAYS_OF_SEASON + phase));
    }

    private double market(String userId, String genre) {
        if (scenario.markets() == 0) {
            return 1;
        }
        return 1
                + scenario.markets()
                        * new Draws(seed, 43, Keys.of(marketOf.apply(userId)), Keys.of(genre)).between(-1, 1);
    }
}
