package io.shelfwright.engine.vectors;

/** Cosines from dot products and lengths. */
final class Cosine {
    private Cosine() {}

    static float length(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        return (float) Math.sqrt(sum);
    }

    /** Returns the cosine, which rounding must not put beyond -1 or 1; 0 where a vector has no length. */
    static double of(double dot, double firstLength, double secondLength) {
        double lengths = firstLength * secondLength;
        return lengths > 0 ? Math.max(-1, Math.min(1, dot / lengths)) : 0;
    }
}
