package io.shelfwright.sample.simulate;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.DataDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Compares exploration policies by what their pages lose against the oracle's; see {@code docs/simulation.md}. */
public final class Explorations {
    private final DataDirectory data;
    private final Instant start;
    private final Consumer<String> progress;

    /**
     * Makes a comparison.
     *
     * @param start the data's own "now"
     * @param progress told what is being done, one line at a time
     */
    public Explorations(DataDirectory data, Instant start, Consumer<String> progress) {
        this.data = data;
        this.start = start;
        this.progress = progress;
    }

    /**
     * Returns what each week with each policy came to; the same seed and data give the same report.
     *
     * @param policies names of exploration policies
     * @param ranker learned again every week
     * @param weeks after the first, which has no model; from 0
     * @param pages to serve and log a week, from 2
     * @throws BadRequestException if a number is too small or there are no listeners
     */
    public ExplorationReport run(
            List<String> policies, String ranker, int weeks, int pages, long seed, Scenario scenario) {
        if (policies.isEmpty() || weeks < 0 || pages < 2) {
            throw new BadRequestException("policies are " + policies + ", weeks " + weeks + " and pages a week " + pages
                    + "; allowed are at least one policy, 0 weeks and 2 pages");
        }
        List<ExplorationWeeks> lived = new ArrayList<>();
        for (String policy : policies) {
            lived.add(new ExplorationRun(data, start, seed, scenario, progress).run(policy, ranker, weeks, pages));
        }
        return new ExplorationReport(seed, ranker, lived);
    }
}
