package io.shelfwright.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says whether a dataset can carry a model at all. */
final class DatasetCheck {
    private DatasetCheck() {}

    /**
     * Throws if the data is too thin, naming everything that is.
     *
     * @throws Refusal with figures, limits, and what to do
     */
    static void require(DatasetReport report, LearningRules rules) {
        List<String> problems = new ArrayList<>();
        if (report.rows() < rules.minRows()) {
            problems.add("there are " + report.rows() + " rows, needed are " + rules.minRows());
        }
        String main = report.objectives().get(0);
        int positives = report.positives().getOrDefault(main, 0);
        if (positives < rules.minMainPositives()) {
            problems.add(
                    "there are " + positives + " positives of '" + main + "', needed are " + rules.minMainPositives());
        }
        double share = report.effectiveSampleSize() / report.rows();
        if (share < rules.minEffectiveShare()) {
            problems.add(String.format(
                    Locale.ROOT,
                    "the weights leave an effective sample of %.1f of %d rows (%.2f %%), needed are %.2f %%: a few rows"
                            + " would decide everything",
                    report.effectiveSampleSize(),
                    report.rows(),
                    100 * share,
                    100 * rules.minEffectiveShare()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(String.join("; ", problems) + "; serve more pages and log what users do with them");
        }
    }
}
