package io.shelfwright.sample.simulate;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.DataDirectory;
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
        if (pages < 0 || evaluated < EACH_LISTENER) {
            throw new BadRequestException(
                    "pages to serve are " + pages + " and to evaluate " + evaluated + "; allowed are numbers from 0");
        }
        SimulationWorld world = SimulationWorld.open(data, start, seed, progress);
        progress.accept(
                world.train().size() + " listeners to log, " + world.test().size() + " to evaluate on");
        LoggedPages logged = pages == 0 ? new LoggedPages() : new LoggingRun(world, progress).run(pages);
        int number = evaluated == EACH_LISTENER
                ? Math.min(MOST_EVALUATED, world.test().size())
                : evaluated;
        List<PolicyPages> policies = number == 0 ? List.of() : new EvaluationRun(world, progress).run(number);
        return new SimulationReport(seed, logged, policies);
    }
}
