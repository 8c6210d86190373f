package io.shelfwright.spi;

import io.shelfwright.api.Interaction;
import java.util.List;

/** Turns what a user did with a card into labels; stateless. */
public interface LabelPolicy {

    /** Returns the objectives that are labelled, the main one first. */
    List<String> objectives();

    /**
     * Returns the label of an objective.
     *
     * @param reactions to one card, within the attribution window, impressions left out; empty when there were none
     * @return 0..1; from 0.5 the card counts as a positive
     */
    float label(String objective, List<Interaction> reactions);
}
