package io.shelfwright.sample.simulate;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.DataDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lives some weeks with each of several rankers, trained again every week; see {@code docs/simulation.md}. */
public final class Retraining {
    private final DataDirectory data;
    private final Instant start;
    private final Consumer<String> progress;

    /**
     * Makes a simulation.
     *
     * @param start the data's own "now"
     * @param progress told what is being done, one line at a time
     */
    public Retraining(DataDirectory data, Instant start, Consumer<String> progress) {
        this.data = data;
        this.start = start;
        this.progress = progress;
    }

    /**
     * Returns what each week of each ranker came to; the same seed and data give the same report.
     *
     * @param weeks after the first, from 1
     * @param pages to serve and log a week, from 1
     * @param evaluated pages to evaluate each policy on at the end of each week, from 2
     * @throws BadRequestException if a number is too small or there are no listeners
     */
    public RetrainingReport run(
            List<String> rankers, int weeks, int pages, int evaluated, long seed, Scenario scenario) {
        if (weeks < 1 || pages < 1 || evaluated < 2 || rankers.isEmpty()) {
            throw new BadRequestException("weeks are " + weeks + ", pages a week " + pages + ", pages to evaluate "
                    + evaluated + " and rankers " + rankers
                    + "; allowed are at least one week, one page, two pages to evaluate and one ranker");
        }
        List<RetrainedWeeks> lived = new ArrayList<>();
        for (String ranker : rankers) {
            lived.add(new RetrainingRun(data, start, seed, scenario, progress).run(ranker, weeks, pages, evaluated));
        }
        return new RetrainingReport(seed, lived);
    }
}
