package io.shelfwright.learning.evaluation;

/** What the scores of a file are. */
public enum ScoreMeaning {
    /** Probabilities where every score of a column is within 0..1, else ranks. */
    AUTO,
    /** Probabilities; a score outside 0..1 is an error. */
    PROBABILITY,
    /** Only their order means something. */
    RANK
}
