package io.shelfwright.learning;

import java.util.List;

/**
 * Whether a model gives the logged scores again.
 *
 * @param pages pages that the ranker scored from that snapshot
 * @param otherPages pages of another ranker, snapshot or transform, left out
 * @param rows cards compared
 * @param mismatches cards with any logit that differs in any bit
 * @param examples the first mismatches, in words
 */
public record ScoreParityReport(int pages, int otherPages, int rows, int mismatches, List<String> examples) {
    public ScoreParityReport {
        examples = List.copyOf(examples);
    }

    /** Returns whether something was compared and all of it was equal. */
    public boolean equal() {
        return rows > 0 && mismatches == 0;
    }
}
