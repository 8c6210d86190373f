package io.shelfwright.learning;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows and objectives that a model is trained on, each row with its weight.
 *
 * @param dataset weights have the mean 1
 * @param meanRawWeight mean weight before it was made 1
 * @param effectiveSampleSize {@code (sum w)^2 / sum w^2}
 */
record WeightedRows(Dataset dataset, double meanRawWeight, double effectiveSampleSize) {

    static WeightedRows of(Dataset labelled, LearningRules rules) {
        RowWeights weights = new RowWeights(rules);
        double[] raw = new double[labelled.size()];
        double sum = 0;
        for (int row = 0; row < raw.length; row++) {
            raw[row] = weights.of(labelled.row(row));
            sum += raw[row];
        }
        double mean = sum / raw.length;
        double[] scaled = new double[raw.length];
        for (int row = 0; row < raw.length; row++) {
            scaled[row] = raw[row] / mean;
        }
        Dataset dataset = labelled.withObjectives(frequent(labelled, rules)).withWeights(scaled);
        return new WeightedRows(dataset, mean, RowWeights.effectiveSampleSize(raw));
    }

    /** The main objective always stays: without it there is nothing to learn. */
    private static List<String> frequent(Dataset labelled, LearningRules rules) {
        Map<String, Integer> positives = labelled.positives();
        List<String> kept = new ArrayList<>();
        for (String objective : labelled.objectives()) {
            if (kept.isEmpty() || positives.getOrDefault(objective, 0) >= rules.minPositives()) {
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
    void require(LearningRules rules) {
        List<String> problems = new ArrayList<>();
        if (dataset.size() < rules.minRows()) {
            problems.add("there are " + dataset.size() + " rows, needed are " + rules.minRows());
        }
        String main = dataset.objectives().get(0);
        int positives = dataset.positives().getOrDefault(main, 0);
        if (positives < rules.minMainPositives()) {
            problems.add(
                    "there are " + positives + " positives of '" + main + "', needed are " + rules.minMainPositives());
        }
        double share = effectiveSampleSize / dataset.size();
        if (share < rules.minEffectiveShare()) {
            problems.add(String.format(
                    Locale.ROOT,
                    "the weights leave an effective sample of %.1f of %d rows (%.2f %%), needed are %.2f %%: a few rows"
                            + " would decide everything",
                    effectiveSampleSize,
                    dataset.size(),
                    100 * share,
                    100 * rules.minEffectiveShare()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(String.join("; ", problems) + "; serve more pages and log what users do with them");
        }
    }

    ReportSection section() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("objectives", dataset.objectives());
        facts.put("meanRawWeight", meanRawWeight);
        facts.put("effectiveSampleSize", effectiveSampleSize);
        facts.put("effectiveShare", effectiveSampleSize / dataset.size());
        return new ReportSection("weights", facts);
    }
}
