package io.shelfwright.learning.gate;

import java.util.List;

/**
 * Whether the model that served logged pages gives their scores again, from their logged rows.
 *
 * @param pages compared
 * @param rows cards compared; 0 where nothing could be
 * @param mismatches cards whose scores differ in any bit
 * @param examples the first of them, in words; or, where nothing was compared, why
 */
public record ParityEvidence(int pages, int rows, int mismatches, List<String> examples) {
    public ParityEvidence {
        examples = List.copyOf(examples);
    }

    /** Returns that nothing could be compared, and why. */
    public static ParityEvidence none(String reason) {
        return new ParityEvidence(0, 0, 0, List.of(reason));
    }
}
