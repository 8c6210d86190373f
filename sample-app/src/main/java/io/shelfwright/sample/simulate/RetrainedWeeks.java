package io.shelfwright.sample.simulate;

import java.util.List;

/**
 * What retraining one ranker every week came to.
 *
 * @param ranker its name
 * @param weeks in their order
 */
record RetrainedWeeks(String ranker, List<Week> weeks) {
    RetrainedWeeks {
        weeks = List.copyOf(weeks);
    }
}
