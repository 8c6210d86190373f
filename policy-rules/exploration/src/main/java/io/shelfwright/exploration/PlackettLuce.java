package io.shelfwright.exploration;

/**
 * One step of a Plackett-Luce draw, mixed with a uniform one: {@code (1-eps) softmax(score/temperature) + eps/n}.
 *
 * <p>The softmax is taken over what is feasible in this slot and normalised anew in each, which is what makes the
 * probability exact under any rules.
 */
final class PlackettLuce implements Distribution {
    private final PlackettLuceSettings settings;

    PlackettLuce(PlackettLuceSettings settings) {
        this.settings = settings;
    }

    @Override
    public double[] probabilities(Support support) {
        double[] probabilities = new double[support.size()];
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            // Relative to the largest, so that no exponential overflows and the sum is at least 1.
            probabilities[i] = Math.exp((support.score(i) - support.score(0)) / settings.temperature());
            sum += probabilities[i];
        }
        double uniform = settings.epsilon() / probabilities.length;
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (1 - settings.epsilon()) * probabilities[i] / sum + uniform;
        }
        return probabilities;
    }
}
