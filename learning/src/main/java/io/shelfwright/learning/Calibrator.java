package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.generation.Calibration.Curve;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.report.ReportSection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Fits Platt curves down the hierarchy: all shelf kinds from the identity, then each kind from all.
 *
 * <p>Explored rows, weighted by 1/propensity, stand for all candidates, and not for those that the live model liked: where a
 * kind has enough of them they alone are used, otherwise all of its rows. Rows of pages whose views were logged are examined
 * ones only. A kind with few rows keeps its parent's curve; below {@link #PLENTY} rows the parent still pulls a little.
 */
final class Calibrator {
    static final int PLENTY = 1000;
    private static final int FEW_OF_A_CLASS = 20;
    private static final double PULL = 2;
    private static final double NO_PULL = 1e-6;

    private final int minRows;
    private final ToDoubleFunction<DatasetRow> offset;
    private final Map<String, Object> used = new LinkedHashMap<>();

    /**
     * Makes a calibrator.
     *
     * @param offset part of a row's log-odds that is not the model's, such as that of its place
     */
    Calibrator(int minRows, ToDoubleFunction<DatasetRow> offset) {
        this.minRows = minRows;
        this.offset = offset;
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
            Curve all = fit(dataset, rows, every, scored, o, Calibration.ALL, new Curve(1, 0));
            curves.put(Calibration.key(Calibration.ALL, objective), all);
            for (String kind : kinds) {
                int[] own = Arrays.stream(every)
                        .filter(i -> dataset.row(rows[i]).shelfKind().equals(kind))
                        .toArray();
                curves.put(Calibration.key(kind, objective), fit(dataset, rows, own, scored, o, kind, all));
            }
        }
        return Calibration.of(curves);
    }

    /** Returns what each curve that was fitted rests on. */
    ReportSection section() {
        return new ReportSection("calibration", used);
    }

    private Curve fit(
            Dataset dataset, int[] rows, int[] own, ScoredRows scored, int objective, String kind, Curve parent) {
        int label = dataset.objectives().indexOf(scored.objectives().get(objective));
        int[] explored =
                Arrays.stream(own).filter(i -> dataset.row(rows[i]).explored()).toArray();
        boolean fromExplored = explored.length >= minRows && bothClasses(dataset, rows, explored, label);
        int[] chosen = fromExplored ? explored : own;
        String name = kind + "/" + scored.objectives().get(objective);
        if (chosen.length < minRows) {
            used.put(name, "the curve of all kinds, for " + chosen.length + " rows are too few");
            return parent;
        }
        used.put(name, chosen.length + (fromExplored ? " explored rows" : " rows, explored and others"));
        return fit(dataset, rows, chosen, scored, objective, label, parent);
    }

    private Curve fit(
            Dataset dataset, int[] rows, int[] chosen, ScoredRows scored, int objective, int label, Curve parent) {
        double[] logits = new double[chosen.length];
        double[] labels = new double[chosen.length];
        double[] weights = new double[chosen.length];
        double[] offsets = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            DatasetRow row = dataset.row(rows[chosen[i]]);
            logits[i] = scored.logit(chosen[i], objective);
            labels[i] = row.labels()[label];
            weights[i] = row.weight();
            offsets[i] = offset.applyAsDouble(row);
        }
        boolean plenty = chosen.length >= PLENTY && bothClasses(dataset, rows, chosen, label);
        PlattFit fit = new PlattFit(logits, labels, weights, offsets, parent, plenty ? NO_PULL : PULL);
        Curve curve = fit.fit();
        // A slope that is not positive would turn the order of the kind around: then only the level moves.
        return curve.a() > 0 ? curve : fit.fitLevel();
    }

    private static boolean bothClasses(Dataset dataset, int[] rows, int[] chosen, int label) {
        int positives = 0;
        int negatives = 0;
        for (int i : chosen) {
            float value = dataset.row(rows[i]).labels()[label];
            positives += value > 0 ? 1 : 0;
            negatives += value < 1 ? 1 : 0;
        }
        return Math.min(positives, negatives) >= FEW_OF_A_CLASS;
    }
}
