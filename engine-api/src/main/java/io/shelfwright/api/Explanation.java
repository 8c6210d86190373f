package io.shelfwright.api;

import java.util.List;

/**
 * Why an item is on a page, or why it is not.
 *
 * @param itemId the item asked for
 * @param title its title, empty when the catalog does not hold it
 * @param outcome what became of it
 * @param summary one sentence for people
 * @param candidacies one for each shelf that it was proposed for
 */
public record Explanation(String itemId, String title, Outcome outcome, String summary, List<Candidacy> candidacies) {

    public Explanation {
        candidacies = List.copyOf(candidacies);
    }

    /** How far an item came. */
    public enum Outcome {
        /** The snapshot does not hold it. */
        NOT_IN_CATALOG,
        /** No generator proposed it. */
        NOT_PROPOSED,
        /** A safety filter forbids it or does not know it. */
        DROPPED_BY_SAFETY,
        /** A filter rule dropped it. */
        DROPPED_BY_RULE,
        /** The first phase of ranking left it out. */
        CUT_BEFORE_RANKING,
        /** It was ranked, and others got the slots. */
        NOT_PLACED,
        /** It is on the page. */
        SHOWN
    }

    /**
     * One item as a candidate for one shelf.
     *
     * @param shelfId the shelf
     * @param outcome how far it came for this shelf
     * @param detail what decided, such as the filter's words, or the slot it lost and to whom
     * @param proposals who proposed it, with which evidence
     * @param terms what its score is made of, in the order in which it was applied
     * @param row 0-based row where shown, else -1
     * @param column 0-based column where shown, else -1
     * @param utility final utility, NaN where it was never scored
     */
    public record Candidacy(
            String shelfId,
            Outcome outcome,
            String detail,
            List<ProposalSummary> proposals,
            List<Term> terms,
            int row,
            int column,
            double utility) {
        public Candidacy {
            proposals = List.copyOf(proposals);
            terms = List.copyOf(terms);
        }
    }

    /**
     * One generator's proposal.
     *
     * @param generator instance
     * @param recallScore its score
     * @param reason its evidence
     */
    public record ProposalSummary(String generator, double recallScore, Reason reason) {}

    /**
     * One part of a score.
     *
     * @param stage {@code feature} (contribution to the logit), {@code calibration}, {@code objective}, {@code rule}
     *     (added in log utility), {@code placement} (penalty in log utility)
     * @param name feature, objective or rule instance
     * @param value size of the part, in the unit of its stage
     * @param note value of the feature, or the rule's words
     */
    public record Term(String stage, String name, double value, String note) {}
}
