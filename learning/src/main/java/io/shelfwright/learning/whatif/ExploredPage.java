package io.shelfwright.learning.whatif;

import java.util.List;

/**
 * The explored slots of a logged page, which can be weighed for any model that was asked about it.
 *
 * @param userId whose page it was
 * @param requestId its request
 * @param slots at least one
 */
record ExploredPage(String userId, String requestId, List<ExploredSlot> slots) {

    /**
     * Returns the page as if a model had drawn.
     *
     * @param model number of the model
     * @param step how far towards its own policy, 0..1; 0 is what was logged
     */
    WeighedPage weighed(int model, double step) {
        double[] weights = new double[slots.size()];
        double[] rewards = new double[weights.length];
        double[] shown = new double[weights.length];
        double expected = 0;
        double modelled = 0;
        double weighedViews = 0;
        double views = 0;
        for (int i = 0; i < weights.length; i++) {
            ExploredSlot slot = slots.get(i);
            double examination = slot.odds().examination();
            double[] next = slot.probabilities(model, step);
            weights[i] = next[slot.card()] / slot.probability(slot.card());
            rewards[i] = slot.reward();
            shown[i] = examination * slot.score(slot.card());
            for (int card = 0; card < next.length; card++) {
                expected += examination * next[card] * slot.score(card);
            }
            modelled += shown[i];
            weighedViews += weights[i] * examination;
            views += examination;
        }
        // What a model draws is drawn from the cards that could have been drawn, so nothing lies outside.
        return new WeighedPage(userId, requestId, weights, rewards, shown, expected, modelled, weighedViews, views, 0);
    }
}
