package io.shelfwright.engine.vectors;

/**
 * Mean of the vectors of what was played, the later the heavier: with a half-life of 30 days, and those of the last session
 * (gaps of at most 30 minutes) once more with a half-life of 30 minutes. Immutable; ages are counted from the last event.
 */
final class DecayedMean {
    private static final double SESSION_GAP = 30 * 60;
    private static final double SESSION_HALF_LIFE = 30 * 60;
    private static final double LIFETIME_HALF_LIFE = 30 * 86_400.0;
    private static final double LOG_2 = StrictMath.log(2);

    private final double[] lifetime;
    private final double[] session;
    private final double lifetimeWeight;
    private final double sessionWeight;
    private final double last;

    private DecayedMean(double[] lifetime, double[] session, double lifetimeWeight, double sessionWeight, double last) {
        this.lifetime = lifetime;
        this.session = session;
        this.lifetimeWeight = lifetimeWeight;
        this.sessionWeight = sessionWeight;
        this.last = last;
    }

    static DecayedMean none(int dimension) {
        return new DecayedMean(new double[dimension], new double[dimension], 0, 0, Double.NEGATIVE_INFINITY);
    }

    /**
     * Returns the mean after one more event.
     *
     * @param time seconds; an earlier one than the last counts as the same time
     */
    DecayedMean plus(float[] vector, double weight, double time) {
        double age = Math.max(0, time - last);
        double keepLifetime = StrictMath.exp(-age / LIFETIME_HALF_LIFE * LOG_2);
        double keepSession = age > SESSION_GAP ? 0 : StrictMath.exp(-age / SESSION_HALF_LIFE * LOG_2);
        double[] newLifetime = new double[vector.length];
        double[] newSession = new double[vector.length];
        for (int j = 0; j < vector.length; j++) {
            newLifetime[j] = keepLifetime * lifetime[j] + weight * vector[j];
            newSession[j] = keepSession * session[j] + weight * vector[j];
        }
        return new DecayedMean(
                newLifetime,
                newSession,
                keepLifetime * lifetimeWeight + weight,
                keepSession * sessionWeight + weight,
                Math.max(last, time));
    }

    /** Writes the mean; zeros before the first event. */
    void copy(double[] target) {
        double weight = lifetimeWeight + sessionWeight;
        for (int j = 0; j < target.length; j++) {
            target[j] = weight > 0 ? (lifetime[j] + session[j]) / weight : 0;
        }
    }
}
