package io.shelfwright.vectors.evaluation;

import io.shelfwright.vectors.Algorithm;
import io.shelfwright.vectors.Blend;
import io.shelfwright.vectors.Ease;
import io.shelfwright.vectors.EaseSettings;
import io.shelfwright.vectors.Ials;
import io.shelfwright.vectors.IalsSettings;
import io.shelfwright.vectors.Interactions;
import io.shelfwright.vectors.ItemKnn;
import io.shelfwright.vectors.ItemKnnSettings;
import io.shelfwright.vectors.ItemWeighting;
import io.shelfwright.vectors.Popularity;
import io.shelfwright.vectors.Recommender;
import io.shelfwright.vectors.TrainingSetup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses an algorithm and its settings by nDCG@20 on a slice that is held out of the training interactions.
 *
 * <p>A fifth of each user's items is held out by the seed. Settings are searched by hill climbing from the defaults on a grid of
 * factors of two; iALS with 64 dimensions and 8 epochs, so that a trial is
 * cheap, and the best settings are then trained in full size. Half a percent must be gained before anything is preferred to what was tried before. The budget is counted in trials and in multiplications, never in
 * seconds: the same interactions and seed always give the same choice.
 */
public final class Tuner {
    private static final double SHARE = 0.2;
    private static final int TRIAL_DIMENSION = 64;
    private static final int TRIAL_EPOCHS = 8;
    private static final double WORK = 5e11;
    /** What must be gained before something else is preferred to what came before: less is chance. */
    private static final double MARGIN = 1.005;

    private static final int EASE_TRIALS = 4;
    private static final double[] SHARES = {0.25, 0.5};
    /** The last two go along the ridge on which both settings make up for each other. */
    private static final double[][] STEPS = {{2, 1}, {0.5, 1}, {1, 2}, {1, 0.5}, {2, 0.5}, {0.5, 2}};

    private final Split split;
    private final TrainingSetup setup;
    private final int budget;
    private final List<Trial> trials = new ArrayList<>();

    private Tuner(Interactions train, TrainingSetup setup, int budget) {
        split = HoldOut.of(train, SHARE, setup.seed());
        this.setup = setup;
        this.budget = budget;
    }

    /**
     * Chooses among all algorithms and the blend of the best two kinds.
     *
     * @param trials most settings of iALS to try, at least 1
     */
    public static Tuning all(Interactions train, TrainingSetup setup, int trials) {
        Tuner tuner = new Tuner(train, setup, trials);
        Found<IalsSettings> ials = tuner.ials(IalsSettings.DEFAULTS);
        Found<?> best = ials;
        Optional<Found<EaseSettings>> ease = tuner.ease(EaseSettings.DEFAULTS);
        if (ease.isPresent()) {
            best = best.orBetter(ease.get());
            for (double share : SHARES) {
                best = best.orBetter(tuner.blend(ials, ease.get(), share));
            }
        }
        for (ItemWeighting weighting : List.of(ItemWeighting.COSINE, ItemWeighting.BM25)) {
            best = best.orBetter(tuner.knn(new ItemKnnSettings(100, 0, weighting)));
        }
        best = best.orBetter(tuner.tried(new Popularity(), new Popularity(), new Popularity()));
        return new Tuning(best.full, tuner.trials);
    }

    /** Chooses settings of iALS, from some on; dimension, epochs and what else is not searched stay as given. */
    public static Tuning ials(Interactions train, IalsSettings from, TrainingSetup setup, int trials) {
        Tuner tuner = new Tuner(train, setup, trials);
        return new Tuning(tuner.ials(from).full, tuner.trials);
    }

    /** Chooses the regularisation of EASE, from some on. */
    public static Tuning ease(Interactions train, EaseSettings from, TrainingSetup setup) {
        Tuner tuner = new Tuner(train, setup, 1);
        return new Tuning(tuner.ease(from).map(found -> found.full).orElseGet(() -> new Ease(from)), tuner.trials);
    }

    /** A trial with what it fitted, so that a blend need not fit again. */
    private record Found<S>(S settings, Algorithm tried, Algorithm full, Recommender fitted, RankingMetrics metrics) {
        Found<?> orBetter(Found<?> other) {
            return other.beats(this) ? other : this;
        }

        boolean beats(Found<?> other) {
            return metrics.ndcg20() > MARGIN * other.metrics.ndcg20();
        }
    }

    private Found<IalsSettings> ials(IalsSettings from) {
        int allowed = (int) Math.max(1, Math.min(budget, WORK / work(from)));
        Set<List<Double>> seen = new HashSet<>();
        Found<IalsSettings> best = ialsTrial(from, from);
        seen.add(point(from));
        int direction = 0;
        int failures = 0;
        while (failures < STEPS.length && seen.size() < allowed) {
            double[] step = STEPS[direction];
            IalsSettings next = best.settings.with(
                    best.settings.regularisation() * step[0], best.settings.unobservedWeight() * step[1]);
            Found<IalsSettings> found = seen.add(point(next)) ? ialsTrial(next, from) : best;
            if (found.beats(best)) {
                best = found;
                failures = 0;
            } else {
                failures++;
                direction = (direction + 1) % STEPS.length;
            }
        }
        return best;
    }

    private static List<Double> point(IalsSettings settings) {
        return List.of(settings.regularisation(), settings.unobservedWeight());
    }

    private double work(IalsSettings settings) {
        double d = Math.min(settings.dimension(), TRIAL_DIMENSION);
        Interactions train = split.train();
        return Math.min(settings.epochs(), TRIAL_EPOCHS)
                * (2.0 * train.size() * d * d + (train.users() + (double) train.items()) * d * d * d / 3);
    }

    private Found<IalsSettings> ialsTrial(IalsSettings settings, IalsSettings full) {
        IalsSettings small = settings.withDimension(Math.min(TRIAL_DIMENSION, full.dimension()))
                .withEpochs(Math.min(TRIAL_EPOCHS, full.epochs()));
        return tried(settings, new Ials(small), new Ials(settings));
    }

    private Optional<Found<EaseSettings>> ease(EaseSettings from) {
        double work = Math.pow(split.train().items(), 3);
        int allowed = (int) Math.min(EASE_TRIALS, WORK / work);
        if (allowed < 1 || split.train().items() > from.maxItems()) {
            return Optional.empty();
        }
        Found<EaseSettings> best = easeTrial(from);
        double[] factors = {2, 0.5};
        int done = 1;
        for (double factor : factors) {
            boolean better = true;
            boolean moved = false;
            while (better && done < allowed) {
                Found<EaseSettings> found =
                        easeTrial(best.settings.withRegularisation(best.settings.regularisation() * factor));
                done++;
                better = found.beats(best);
                moved |= better;
                best = better ? found : best;
            }
            if (moved) {
                break;
            }
        }
        return Optional.of(best);
    }

    private Found<EaseSettings> easeTrial(EaseSettings settings) {
        return tried(settings, new Ease(settings), new Ease(settings));
    }

    private Found<ItemKnnSettings> knn(ItemKnnSettings settings) {
        return tried(settings, new ItemKnn(settings), new ItemKnn(settings));
    }

    private Found<Double> blend(Found<IalsSettings> ials, Found<EaseSettings> ease, double share) {
        Algorithm full = new Blend(ials.full, ease.full, share);
        Algorithm tried = new Blend(ials.tried, ease.tried, share);
        return judged(share, tried, Blend.of(ials.fitted, ease.fitted, share), full);
    }

    private <S> Found<S> tried(S settings, Algorithm small, Algorithm full) {
        return judged(settings, small, small.fit(split.train(), quiet()), full);
    }

    private <S> Found<S> judged(S settings, Algorithm tried, Recommender fitted, Algorithm full) {
        RankingMetrics metrics = RankingMetrics.of(fitted, split, setup.threads());
        trials.add(new Trial(tried.name(), tried.settings(), metrics));
        setup.progress().report("trial " + tried.name(), trials.size(), 0, metrics.ndcg20());
        return new Found<>(settings, tried, full, fitted, metrics);
    }

    private TrainingSetup quiet() {
        return setup.withProgress(io.shelfwright.vectors.Progress.NONE);
    }
}
