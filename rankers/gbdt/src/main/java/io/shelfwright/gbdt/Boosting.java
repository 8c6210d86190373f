package io.shelfwright.gbdt;

import io.shelfwright.spi.TrainingSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosts the trees of one objective. */
final class Boosting {
    private static final int TREES_BETWEEN_REPORTS = 50;

    /** Fewer held-out rows of a class than this say too little to stop by. */
    private static final int LEAST_HELD_OUT_ROWS = 20;

    private final GbdtTrainerSettings settings;
    private final TrainingSet data;
    private final int objective;
    private final long seed;
    private final Consumer<String> progress;
    private final String name;

    Boosting(GbdtTrainerSettings settings, TrainingSet data, int objective, long seed, Consumer<String> progress) {
        this.settings = settings;
        this.data = data;
        this.objective = objective;
        this.seed = seed;
        this.progress = progress;
        name = data.objectives().get(objective);
    }

    /** Returns the finished model as XGBoost's JSON. */
    byte[] run() {
        GroupSplit split = split();
        float base = base(split.learning());
        try (Sample learning = new Sample(data, objective, split.learning(), base)) {
            if (split.heldOut().length == 0) {
                return toTheEnd(learning, base);
            }
            try (Sample heldOut = new Sample(data, objective, split.heldOut(), base)) {
                return untilNoBetter(learning, heldOut, base);
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train " + name + ": " + XgboostMessage.of(e), e);
        }
    }

    /** Returns the probability to start from, which leaves the mean offset to the offsets. */
    private float base(int[] rows) {
        double mean = Classes.of(data, objective, rows).mean();
        double offset = 0;
        double weight = 0;
        for (int row : rows) {
            offset += (double) data.weight(row) * data.offset(row, objective);
            weight += data.weight(row);
        }
        return BaseScore.near(data.hasOffsets() ? 1 / (1 + (1 - mean) / mean * Math.exp(offset / weight)) : mean);
    }

    private GroupSplit split() {
        if (settings.earlyStoppingRounds() == 0) {
            return GroupSplit.none(data);
        }
        GroupSplit split = GroupSplit.of(data, settings.validationShare(), seed);
        if (Classes.of(data, objective, split.heldOut()).bothHave(LEAST_HELD_OUT_ROWS)
                && Classes.of(data, objective, split.learning()).bothHave(1)) {
            return split;
        }
        progress.accept(name + ": too few rows to hold some out, so all trees are kept");
        return GroupSplit.none(data);
    }

    private byte[] toTheEnd(Sample learning, float base) throws XGBoostError {
        Booster booster = first(learning, base);
        try {
            for (int tree = 1; tree < settings.trees(); tree++) {
                booster.update(learning.matrix(), tree);
                if (tree % TREES_BETWEEN_REPORTS == 0) {
                    progress.accept(name + ": " + tree + " trees");
                }
            }
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: %d trees, log loss on the %d training rows %.6f",
                    name,
                    settings.trees(),
                    learning.rows(),
                    learning.logLoss(booster)));
            return booster.toByteArray("json");
        } finally {
            booster.dispose();
        }
    }

    private byte[] untilNoBetter(Sample learning, Sample heldOut, float base) throws XGBoostError {
        Booster booster = first(learning, base);
        try {
            double lowest = heldOut.logLoss(booster);
            int best = 1;
            int trees = 1;
            while (trees < settings.trees() && trees - best < settings.earlyStoppingRounds()) {
                booster.update(learning.matrix(), trees++);
                double loss = heldOut.logLoss(booster);
                if (loss < lowest) {
                    lowest = loss;
                    best = trees;
                }
                if (trees % TREES_BETWEEN_REPORTS == 0) {
                    progress.accept(
                            String.format(Locale.ROOT, "%s: %d trees, held-out log loss %.6f", name, trees, loss));
                }
            }
            progress.accept(String.format(
                    Locale.ROOT, "%s: kept %d of %d trees, held-out log loss %.6f", name, best, trees, lowest));
            byte[] json = booster.toByteArray("json");
            return best == trees ? json : BoosterFile.firstTrees(json, best);
        } finally {
            booster.dispose();
        }
    }

    private Booster first(Sample learning, float base) throws XGBoostError {
        return XGBoost.train(learning.matrix(), parameters(base), 1, Map.of(), null, null);
    }

    private Map<String, Object> parameters(float base) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("base_score", Float.toString(base));
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", settings.depth());
        parameters.put("eta", settings.learningRate());
        parameters.put("min_child_weight", settings.minChildWeight());
        parameters.put("subsample", settings.subsample());
        parameters.put("colsample_bytree", settings.columnSample());
        parameters.put("lambda", settings.l2());
        parameters.put("nthread", settings.threads());
        parameters.put("seed", Long.hashCode(seed) & Integer.MAX_VALUE);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
