package io.shelfwright.learning.training;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows and objectives that a model is trained and judged on, each row with its weight.
 *
 * @param judged rows weighted for examination and exploration; the mean weight is 1
 * @param trained the same rows, weighted for what training shall favour as well; the mean weight is 1
 * @param facts what the weights are, in words and numbers
 * @param effectiveSampleSize of the trained rows, {@code (sum w)^2 / sum w^2}
 */
public record WeightedRows(Dataset judged, Dataset trained, Map<String, Object> facts, double effectiveSampleSize) {

    /**
     * Weighs the rows of a dataset and leaves out objectives with few positives.
     *
     * @throws Refusal if the settings need a feature that the dataset does not have
     */
    public static WeightedRows of(Dataset labelled, TrainingSettings settings) {
        Dataset dataset = labelled.withObjectives(frequent(labelled, settings));
        RowWeights weights = RowWeights.of(dataset, settings);
        Emphasis emphasis = new Emphasis(dataset, settings);
        double[] judged = new double[dataset.size()];
        double[] trained = new double[dataset.size()];
        int explored = 0;
        int newListeners = 0;
        for (int row = 0; row < judged.length; row++) {
            judged[row] = weights.of(dataset.row(row));
            trained[row] = judged[row] * emphasis.of(dataset.row(row));
            explored += dataset.row(row).explored() ? 1 : 0;
            newListeners += emphasis.isNew(dataset.row(row)) ? 1 : 0;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("objectives", dataset.objectives());
        facts.put("positionCorrection", word(settings.positionCorrection()));
        facts.put("exploredRows", explored);
        facts.put("selectionClip", weights.clip());
        facts.put("clippedRows", weights.clippedRows());
        facts.put("popularityExponent", settings.popularityExponent());
        facts.put("marketWeights", settings.marketWeights());
        facts.put("newListenerRows", newListeners);
        facts.put("newListenerWeight", settings.newListenerWeight());
        facts.put("meanRawWeight", mean(trained));
        double effective = RowWeights.effectiveSampleSize(trained);
        facts.put("effectiveSampleSize", effective);
        facts.put("effectiveShare", effective / dataset.size());
        return new WeightedRows(
                dataset.withWeights(scaled(judged)), dataset.withWeights(scaled(trained)), facts, effective);
    }

    private static String word(PositionCorrection correction) {
        return correction.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[] scaled(double[] values) {
        double mean = mean(values);
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] / mean;
        }
        return scaled;
    }

    /** The main objective always stays: without it there is nothing to learn. */
    private static List<String> frequent(Dataset labelled, TrainingSettings settings) {
        Map<String, Integer> positives = labelled.positives();
        List<String> kept = new ArrayList<>();
        for (String objective : labelled.objectives()) {
            if (kept.isEmpty() || positives.getOrDefault(objective, 0) >= settings.minPositives()) {
                kept.add(objective);
            }
        }
        return kept;
    }

    /**
     * Throws if the data is too thin to carry a model, naming everything that is.
     *
     * @throws Refusal with figures, limits, and what to do
     */
    public void require(TrainingSettings settings) {
        List<String> problems = new ArrayList<>();
        int rows = judged.size();
        if (rows < settings.minRows()) {
            problems.add("there are " + rows + " rows, needed are " + settings.minRows());
        }
        String main = judged.objectives().get(0);
        int positives = judged.positives().getOrDefault(main, 0);
        if (positives < settings.minMainPositives()) {
            problems.add("there are " + positives + " positives of '" + main + "', needed are "
                    + settings.minMainPositives());
        }
        double share = effectiveSampleSize / rows;
        if (share < settings.minEffectiveShare()) {
            problems.add(String.format(
                    Locale.ROOT,
                    "the weights leave an effective sample of %.1f of %d rows (%.2f %%), needed are %.2f %%: a few rows"
                            + " would decide everything",
                    effectiveSampleSize,
                    rows,
                    100 * share,
                    100 * settings.minEffectiveShare()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(String.join("; ", problems) + "; serve more pages and log what users do with them");
        }
    }

    /** Returns the findings. */
    public ReportSection section() {
        return new ReportSection("weights", facts);
    }
}
