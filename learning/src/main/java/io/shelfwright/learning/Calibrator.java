package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.generation.Calibration.Curve;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Fits Platt curves down the hierarchy: all shelf kinds from the identity, then each kind from all.
 *
 * <p>A kind with few rows keeps its parent's curve; below {@link #PLENTY} rows the parent still pulls a little.
 */
final class Calibrator {
    static final int PLENTY = 1000;
    private static final int FEW_OF_A_CLASS = 20;
    private static final double PULL = 2;
    private static final double NO_PULL = 1e-6;

    private final int minRows;

    Calibrator(int minRows) {
        this.minRows = minRows;
    }

    /** Returns a calibration of the ranker's objectives from rows it was not trained on. */
    Calibration fit(Dataset dataset, int[] rows, ScoredRows scored) {
        TreeSet<String> kinds = new TreeSet<>();
        for (int row : rows) {
            kinds.add(dataset.row(row).shelfKind());
        }
        Map<String, Curve> curves = new HashMap<>();
        int[] every = new int[rows.length];
        Arrays.setAll(every, i -> i);
        for (int o = 0; o < scored.objectives().size(); o++) {
            String objective = scored.objectives().get(o);
            Curve all = fit(dataset, rows, every, scored, o, new Curve(1, 0));
            curves.put(Calibration.key(Calibration.ALL, objective), all);
            for (String kind : kinds) {
                int[] own = Arrays.stream(every)
                        .filter(i -> dataset.row(rows[i]).shelfKind().equals(kind))
                        .toArray();
                curves.put(Calibration.key(kind, objective), fit(dataset, rows, own, scored, o, all));
            }
        }
        return Calibration.of(curves);
    }

    private Curve fit(Dataset dataset, int[] rows, int[] chosen, ScoredRows scored, int objective, Curve parent) {
        if (chosen.length < minRows) {
            return parent;
        }
        int label = dataset.objectives().indexOf(scored.objectives().get(objective));
        double[] logits = new double[chosen.length];
        double[] labels = new double[chosen.length];
        double[] weights = new double[chosen.length];
        int positives = 0;
        int negatives = 0;
        for (int i = 0; i < chosen.length; i++) {
            DatasetRow row = dataset.row(rows[chosen[i]]);
            logits[i] = scored.logit(chosen[i], objective);
            labels[i] = row.labels()[label];
            weights[i] = row.weight();
            positives += labels[i] > 0 ? 1 : 0;
            negatives += labels[i] < 1 ? 1 : 0;
        }
        boolean plenty = chosen.length >= PLENTY && Math.min(positives, negatives) >= FEW_OF_A_CLASS;
        PlattFit fit = new PlattFit(logits, labels, weights, parent, plenty ? NO_PULL : PULL);
        Curve curve = fit.fit();
        // A slope that is not positive would turn the order of the kind around: then only the level moves.
        return curve.a() > 0 ? curve : fit.fitLevel();
    }
}
