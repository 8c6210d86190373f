package io.shelfwright.sample.simulate;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.DataDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Serves pages to simulated listeners and tells what each ranker is worth to them; see {@code docs/simulation.md}.
 *
 * <p>What a real listener wants is decided by plays that are held out of the engine's view.
 */
public final class Simulation {
    /** Pages evaluated at most where the number is not given. */
    public static final int MOST_EVALUATED = 1_000;

    /** As the number of pages to evaluate: one for each listener to test on, at most {@link #MOST_EVALUATED}. */
    public static final int EACH_LISTENER = -1;

    private final DataDirectory data;
    private final Instant start;
    private final Consumer<String> progress;

    /**
     * Makes a simulation.
     *
     * @param start the data's own "now"
     * @param progress told what is being done, one line at a time
     */
    public Simulation(DataDirectory data, Instant start, Consumer<String> progress) {
        this.data = data;
        this.start = start;
        this.progress = progress;
    }

    /**
     * Logs and evaluates; the same seed, data and models give the same report, times aside.
     *
     * @param pages pages to serve and log, from 0
     * @param evaluated pages to evaluate each policy on, from 0, or {@link #EACH_LISTENER}
     * @throws BadRequestException if a number is negative or there are no listeners
     * @throws io.shelfwright.api.PluginException if a ranker with a model cannot serve
     */
    public SimulationReport run(int pages, int evaluated, long seed) {
        return run(pages, evaluated, seed, Scenario.STILL, 0);
    }

    /**
     * Logs and evaluates in a world that changes; rankers are evaluated at the end of the logged time.
     *
     * @param days time over which the pages are spread, in days; 0 for one every 90 seconds
     */
    public SimulationReport run(int pages, int evaluated, long seed, Scenario scenario, int days) {
        if (pages < 0 || evaluated < EACH_LISTENER || days < 0) {
            throw new BadRequestException("pages to serve are " + pages + ", to evaluate " + evaluated + " and days "
                    + days + "; allowed are numbers from 0");
        }
        SimulationWorld world = SimulationWorld.open(data, start, seed, scenario, progress);
        progress.accept(
                world.train().size() + " listeners to log, " + world.test().size() + " to evaluate on");
        Duration each = days == 0 || pages == 0
                ? Duration.ofSeconds(LoggingRun.SECONDS_A_PAGE)
                : Duration.ofDays(days).dividedBy(pages);
        LoggedPages logged = pages == 0
                ? new LoggedPages()
                : new LoggingRun(world, scenario, progress).run(pages, new LoggingRun.Schedule(start, each, 0));
        Instant end = scenario.equals(Scenario.STILL) && days == 0 ? start : start.plus(each.multipliedBy(pages));
        int number = evaluated == EACH_LISTENER
                ? Math.min(MOST_EVALUATED, world.test().size())
                : evaluated;
        List<PolicyPages> policies = number == 0 ? List.of() : new EvaluationRun(world, end, progress).run(number);
        return new SimulationReport(seed, logged, policies);
    }
}
