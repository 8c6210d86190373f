package io.shelfwright.learning.offpolicy;

/** What part of a slate an importance weight is about; each is right under another idea of how listeners look at a slate. */
enum SlateWeight {
    /** The whole slate: no idea at all (SIPS). */
    JOINT("sips"),
    /** The action and its position: slots do not touch each other (IIPS; Li and others 2018). */
    ITEM_POSITION("iips"),
    /** The slate down to the position: read from the top (RIPS; McInerney and others 2020). */
    CASCADE("rips");

    private final String estimator;

    SlateWeight(String estimator) {
        this.estimator = estimator;
    }

    /** Returns the name of the estimator with these weights; {@code sn} before it is its self-normalised form. */
    String estimator() {
        return estimator;
    }
}
