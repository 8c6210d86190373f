package io.shelfwright.sample.simulate;

import io.shelfwright.engine.packing.TableExamination;

/** What listeners see of a page: the engine's table with its default values, whatever a configuration believes. */
final class Examination {
    static final String DEVICE = "desktop";

    private final TableExamination table =
            new TableExamination(new TableExamination.Settings(0.85, 4, 3, 0.06, 0.5, 0.9));

    /** Returns the probability that a slot is seen, in (0, 1]. */
    double of(int row, int column) {
        return table.examination(DEVICE, row, column);
    }
}
