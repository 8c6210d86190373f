package io.shelfwright.learning.whatif;

/**
 * A logged page with the weights that turn what its cards earned into what another configuration would have earned.
 *
 * @param userId whose page it was
 * @param requestId its request
 * @param weights importance weight of each card that was shown: the new probability by the logged one, times how much more
 *     or less the new place is seen
 * @param rewards what each card earned
 * @param shown what the model expects each card to have earned, before scaling
 * @param expected what the model expects of the new page, before scaling
 * @param modelled what the model expects of the page that was shown, before scaling
 * @param weighedViews sum of weight times examination: as many as {@code views} on average where everything has support
 * @param views views that the new page has, by the examination model
 * @param outside views of cards that could not have been shown in their place when the page was logged
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record WeighedPage(
        String userId,
        String requestId,
        double[] weights,
        double[] rewards,
        double[] shown,
        double expected,
        double modelled,
        double weighedViews,
        double views,
        double outside) {

    double reward() {
        double sum = 0;
        for (double reward : rewards) {
            sum += reward;
        }
        return sum;
    }

    double weighedReward() {
        double sum = 0;
        for (int i = 0; i < rewards.length; i++) {
            sum += weights[i] * rewards[i];
        }
        return sum;
    }

    /** Returns the weighed difference between what was earned and what the model expected. */
    double weighedSurprise(double scale) {
        double sum = 0;
        for (int i = 0; i < rewards.length; i++) {
            sum += weights[i] * (rewards[i] - scale * shown[i]);
        }
        return sum;
    }
}
