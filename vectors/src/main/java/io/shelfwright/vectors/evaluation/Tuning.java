package io.shelfwright.vectors.evaluation;

import io.shelfwright.vectors.Algorithm;
import java.util.List;

/**
 * What a search for settings found.
 *
 * @param chosen the algorithm of the best trial, at the size at which it is to be trained
 * @param trials everything that was tried, in order
 */
public record Tuning(Algorithm chosen, List<Trial> trials) {
    public Tuning {
        trials = List.copyOf(trials);
    }
}
