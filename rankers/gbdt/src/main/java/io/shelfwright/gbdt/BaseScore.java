package io.shelfwright.gbdt;

/** The probability a booster starts from, and its log-odds. */
final class BaseScore {
    /** How far, in steps of a float, log-odds may lie from a float and still be rounded to it by every C library. */
    private static final double SURE = 0.125;

    private BaseScore() {}

    /** Reads {@code 5E-1} as XGBoost 3.0 writes it, or {@code [5E-1]} as later versions do. */
    static float parse(String text) {
        String number = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        float score;
        try {
            score = Float.parseFloat(number);
        } catch (NumberFormatException e) {
            throw new JsonFields.Refused("base_score is '" + text + "', not one number", e);
        }
        if (!(score > 0 && score < 1)) {
            throw new JsonFields.Refused("base_score is '" + text + "', allowed is between 0 and 1");
        }
        return score;
    }

    /**
     * Returns the log-odds, in the float arithmetic XGBoost uses.
     *
     * <p>XGBoost takes the logarithm from the C library, whose last bit is not the same everywhere (glibc's is not the
     * nearest float for 0.8 % of base scores). {@link #near} finds scores for which all agree.
     */
    static float margin(float score) {
        return -(float) Math.log(1f / score - 1f);
    }

    /**
     * Returns the next score from a probability upwards whose log-odds every C library rounds alike, so that XGBoost and
     * this code start from the same bits on every platform.
     */
    static float near(double probability) {
        float score = (float) Math.min(Math.max(probability, 1e-6), 1 - 1e-4);
        while (!isSure(score)) {
            score = Math.nextUp(score);
        }
        return score;
    }

    private static boolean isSure(float score) {
        double exact = Math.log(1f / score - 1f);
        float rounded = (float) exact;
        return Math.abs(exact - rounded) <= SURE * Math.ulp(rounded);
    }
}
