package io.shelfwright.engine.packing;

import io.shelfwright.engine.observe.Metrics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Watches the health of logged propensities: over all explored slots, the mean of {@code 1 / (|F| p)} must be 1.
 *
 * <p>|F| is the number of cards that could have been drawn, p the logged probability. A mean that is off by more than three
 * standard errors says that the logged probabilities are not those of the draws. Thread-safe.
 */
@Singleton
public final class PropensityMonitor {
    private long count;
    private double mean;
    private double squares;

    @Inject
    PropensityMonitor(Metrics metrics) {
        metrics.gauge("exploration.inverse-propensity.mean", this::mean);
        metrics.gauge("exploration.inverse-propensity.standard-error", this::standardError);
    }

    /** Takes in one draw (running mean and variance, Welford 1962). */
    synchronized void drawn(double propensity, int supportSize) {
        double value = 1 / (supportSize * propensity);
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    /** Returns the number of draws. */
    public synchronized long count() {
        return count;
    }

    /** Returns the mean so far, 1 where nothing was drawn. */
    public synchronized double mean() {
        return count == 0 ? 1 : mean;
    }

    /** Returns the standard error of the mean, 0 where fewer than two cards were drawn. */
    public synchronized double standardError() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count);
    }
}
