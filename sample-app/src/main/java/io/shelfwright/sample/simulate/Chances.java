package io.shelfwright.sample.simulate;

import io.shelfwright.spi.Objective;
import java.util.Map;

/**
 * What a listener does with a card they saw; the four are probabilities given that it was seen.
 *
 * <p>With appeal t: stream {@code P = 0.02 + 0.58 t}; save {@code 0.15 P}, always along with a stream; hide
 * {@code 0.004 (1 - P)^4}; skip after a moment {@code 0.03 (1 - P)}. Streaming, hiding and skipping exclude each other.
 *
 * @param stream saving or not
 * @param save and streaming
 * @param hide asks not to see it again
 * @param skip started and left at once
 */
record Chances(double stream, double save, double hide, double skip) {
    static final double LEAST = 0.02;
    static final double RANGE = 0.58;
    static final double SAVE = 0.15;
    static final double HIDE = 0.004;
    static final double SKIP = 0.03;

    static Chances of(double appeal) {
        double stream = LEAST + RANGE * appeal;
        double not = 1 - stream;
        return new Chances(stream, SAVE * stream, HIDE * not * not * not * not, SKIP * not);
    }

    /** Returns the expected utility of a seen card under the engine's own weights. */
    double utility(Map<String, Double> weights) {
        return weights.getOrDefault(Objective.STREAM, 0.0) * stream
                + weights.getOrDefault(Objective.SAVE, 0.0) * save
                + weights.getOrDefault(Objective.HIDE, 0.0) * hide;
    }
}
