package io.shelfwright.learning.watch;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import java.util.ArrayList;
import java.util.List;

/** Sums over the pages of one window. */
final class LiveWindow {
    private static final double NOISE = 10;
    private static final double STANDARD_ERRORS = 4;
    private static final long LEAST_DRAWS = 100;
    private static final long LEAST_POSITIVE = 30;

    private final ReferenceStatistics reference;
    private final double[][] features;
    private final double[] missing;
    private final double[] predictions;
    private int pages;
    private long rows;
    private long otherSchema;
    private long draws;
    private double inverse;
    private double squares;
    private double hoped;
    private long came;

    LiveWindow(ReferenceStatistics reference) {
        this.reference = reference;
        features = new double[reference.features().size()][];
        for (int column = 0; column < features.length; column++) {
            features[column] = new double[reference.features().get(column).counts().length];
        }
        missing = new double[features.length];
        predictions = new double[reference.prediction().counts().length];
    }

    int pages() {
        return pages;
    }

    void page(PageRecord page) {
        pages++;
        boolean same = page.schemaFingerprint().equals(reference.schema());
        otherSchema += same ? 0 : 1;
        for (SlotRecord slot : page.slots()) {
            if (same) {
                row(slot.features());
            }
            if (Double.isFinite(slot.score())) {
                predictions[reference.prediction().bucket(slot.score())]++;
            }
            if (slot.explored() && slot.propensityValid() && slot.propensity() > 0) {
                double value = 1 / (slot.supportSize() * slot.propensity());
                draws++;
                inverse += value;
                squares += value * value;
            }
        }
    }

    private void row(float[] values) {
        rows++;
        for (int column = 0; column < Math.min(values.length, features.length); column++) {
            if (Float.isNaN(values[column])) {
                missing[column]++;
            } else {
                features[column][reference.features().get(column).bucket(values[column])]++;
            }
        }
    }

    /** Takes in a card that is known to have been seen. */
    void seen(double prediction, boolean positive) {
        hoped += prediction;
        came += positive ? 1 : 0;
    }

    List<WatchFinding> findings(WatchSettings settings) {
        List<WatchFinding> findings = new ArrayList<>();
        findings.add(new WatchFinding("schema", "pages of another transform", otherSchema, 0));
        double scored = sum(predictions);
        ReferenceColumn prediction = reference.prediction();
        findings.add(new WatchFinding(
                "prediction-drift",
                "the predictions",
                prediction.distance(predictions),
                settings.prediction() + NOISE * prediction.noise(scored)));
        for (int column = 0; column < features.length && rows > 0; column++) {
            ReferenceColumn known = reference.features().get(column);
            findings.add(new WatchFinding(
                    "feature-drift",
                    known.name(),
                    known.distance(features[column]),
                    settings.feature() + NOISE * known.noise(sum(features[column]))));
            findings.add(new WatchFinding(
                    "missing",
                    known.name(),
                    Math.abs(missing[column] / rows - known.missingShare()),
                    settings.missing()));
        }
        if (came >= LEAST_POSITIVE || hoped >= LEAST_POSITIVE) {
            double error = STANDARD_ERRORS / Math.sqrt(Math.max(1, Math.min(came, hoped)));
            findings.add(new WatchFinding(
                    "calibration",
                    "cards that were seen",
                    Math.abs(Math.log(Math.max(came, 0.5) / hoped)),
                    Math.max(Math.log(settings.calibration()), error)));
        }
        if (draws >= LEAST_DRAWS) {
            double mean = inverse / draws;
            double error = Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws);
            findings.add(new WatchFinding(
                    "propensity", "draws", Math.abs(mean - 1), Math.max(1e-6, STANDARD_ERRORS * error)));
        }
        return findings;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
