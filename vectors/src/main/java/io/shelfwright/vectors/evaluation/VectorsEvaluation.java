package io.shelfwright.vectors.evaluation;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.vectors.Algorithm;
import io.shelfwright.vectors.Algorithms;
import io.shelfwright.vectors.Ease;
import io.shelfwright.vectors.Ials;
import io.shelfwright.vectors.Interactions;
import io.shelfwright.vectors.Recommender;
import io.shelfwright.vectors.TrainingSetup;
import java.util.List;

/** Chooses, trains and judges a recommender on a split. */
public final class VectorsEvaluation {
    /** The name that chooses among all algorithms on a slice of the training interactions. */
    public static final String AUTO = "auto";

    /** Most settings of iALS that are tried by default. */
    public static final int TRIALS = 12;

    private VectorsEvaluation() {}

    /**
     * Evaluates; the test part is looked at only after everything was chosen and trained.
     *
     * @param algorithm one of {@link Algorithms#NAMES}, or {@link #AUTO}
     * @param settings of the algorithm; none for {@link #AUTO}
     * @param tune whether settings are searched from those given; always so for {@link #AUTO}
     * @param trials most settings of iALS to try
     * @throws BadRequestException if the algorithm is unknown, has nothing to tune, or cannot take so many items
     */
    public static VectorsReport of(
            Split split, String algorithm, ConfigObject settings, boolean tune, int trials, TrainingSetup setup) {
        long start = System.nanoTime();
        Tuning tuning = choose(split.train(), algorithm, settings, tune, trials, setup);
        Recommender recommender = tuning.chosen().fit(split.train(), setup);
        RankingMetrics metrics = RankingMetrics.of(recommender, split, setup.threads());
        return new VectorsReport(
                tuning.chosen(),
                metrics,
                split.counts(),
                tuning.trials(),
                setup.seed(),
                (System.nanoTime() - start) / 1e9);
    }

    /** Chooses an algorithm and its settings; the parameters are those of {@link #of}. */
    public static Tuning choose(
            Interactions train,
            String algorithm,
            ConfigObject settings,
            boolean tune,
            int trials,
            TrainingSetup setup) {
        if (trials < 1) {
            throw new BadRequestException("trials is " + trials + ", allowed is 1 or more");
        }
        if (algorithm.equals(AUTO)) {
            if (!settings.isEmpty()) {
                throw new BadRequestException("auto chooses the settings itself, given are "
                        + String.join(", ", settings.keySet()) + "; name an algorithm to set them");
            }
            return Tuner.all(train, setup, trials);
        }
        Algorithm given = Algorithms.of(algorithm, settings);
        if (!tune) {
            return new Tuning(given, List.of());
        }
        if (given instanceof Ials ials) {
            return Tuner.ials(train, ials.ials(), setup, trials);
        }
        if (given instanceof Ease ease) {
            return Tuner.ease(train, ease.ease(), setup);
        }
        throw new BadRequestException("there is nothing to tune in " + algorithm + "; allowed are auto, ials and ease");
    }

    /** Returns no settings. */
    public static ConfigObject noSettings() {
        return ConfigFactory.empty().root();
    }
}
