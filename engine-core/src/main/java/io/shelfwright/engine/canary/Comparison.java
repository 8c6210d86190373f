package io.shelfwright.engine.canary;

import io.shelfwright.engine.config.CanarySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One window of the candidate beside the same time of the snapshot in use.
 *
 * @param bad what was bad, each with its figures
 * @param clear whether everything was well within half of what is bad
 */
record Comparison(List<String> bad, boolean clear) {
    /** So many standard errors could be chance. */
    private static final double NOISE = 3;

    private static final long LEAST_POSITIVE = 30;
    private static final long LEAST_DRAWS = 100;
    private static final double PROPENSITY_NOISE = 4;

    Comparison {
        bad = List.copyOf(bad);
    }

    static Comparison of(ArmSums candidate, ArmSums inUse, CanarySettings limits) {
        Builder builder = new Builder();
        builder.judge(
                "degradations a page",
                candidate.degradationsAPage(),
                inUse.degradationsAPage(),
                candidate.degradationsAPage() - inUse.degradationsAPage(),
                limits.degradations(),
                NOISE * Math.sqrt(candidate.degradationVariance() + inUse.degradationVariance()));
        builder.judge(
                "hides a page",
                candidate.hidesAPage(),
                inUse.hidesAPage(),
                candidate.hidesAPage() - inUse.hidesAPage(),
                limits.hides(),
                NOISE * Math.sqrt(candidate.hideVariance() + inUse.hideVariance()));
        builder.judge(
                "nanoseconds a page",
                candidate.nanosAPage(),
                inUse.nanosAPage(),
                candidate.nanosAPage() / Math.max(1, inUse.nanosAPage()) - 1,
                limits.latency() - 1,
                0);
        calibration(builder, candidate, inUse, limits);
        if (candidate.draws() >= LEAST_DRAWS) {
            double off = Math.abs(candidate.inverseMean() - 1);
            builder.judge(
                    "mean of 1 / (support x propensity)",
                    candidate.inverseMean(),
                    1,
                    off,
                    Math.max(1e-6, PROPENSITY_NOISE * candidate.inverseError()),
                    0);
        }
        return new Comparison(builder.bad, builder.clear);
    }

    /** What came by what was hoped for: how much of it is noticed is the same in both arms and cancels. */
    private static void calibration(Builder builder, ArmSums candidate, ArmSums inUse, CanarySettings limits) {
        if (candidate.positive() < LEAST_POSITIVE
                || inUse.positive() < LEAST_POSITIVE
                || candidate.predicted() <= 0
                || inUse.predicted() <= 0) {
            return;
        }
        double own = candidate.positive() / candidate.predicted();
        double other = inUse.positive() / inUse.predicted();
        builder.judge(
                "positive interactions by predicted ones",
                own,
                other,
                Math.abs(Math.log(own / other)),
                Math.log(limits.calibration()),
                NOISE * Math.sqrt(1.0 / candidate.positive() + 1.0 / inUse.positive()));
    }

    private static final class Builder {
        private final List<String> bad = new ArrayList<>();
        private boolean clear = true;

        /**
         * Judges one measure.
         *
         * @param excess how much worse the candidate is
         * @param limit from which it is bad, if it is more than noise too
         */
        void judge(String what, double candidate, double inUse, double excess, double limit, double noise) {
            if (excess > Math.max(limit, noise)) {
                bad.add(String.format(Locale.ROOT, "%s: %.4g, %.4g in use", what, candidate, inUse));
            }
            clear &= excess <= Math.max(limit / 2, noise);
        }
    }
}
