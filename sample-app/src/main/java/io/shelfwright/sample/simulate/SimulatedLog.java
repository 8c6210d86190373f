package io.shelfwright.sample.simulate;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.sample.data.DataDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages that {@code simulate} logged last, with the listeners as they were when each was served, so that they can be asked again.
 *
 * <p>Simulated listeners live in memory. Here the world of the log's seed is made again and the logged reactions are told to it in their order.
 */
public final class SimulatedLog {
    private static final Pattern REQUEST = Pattern.compile("(simulated:(-?\\d+):.*):\\d+");

    private final SimulationWorld world;
    private final String run;

    private SimulatedLog(SimulationWorld world, String run) {
        this.world = world;
        this.run = run;
    }

    /** Returns the last simulated run of an experience log, empty where the last page was not simulated. */
    public static Optional<SimulatedLog> last(DataDirectory data, Instant start, Consumer<String> progress) {
        ExperienceLogReader log = new ExperienceLogReader(data.experience());
        String[] last = {""};
        log.pages(page -> last[0] = page.page().requestId());
        Matcher request = REQUEST.matcher(last[0]);
        if (!request.matches()) {
            return Optional.empty();
        }
        String run = request.group(1);
        SimulationWorld world = SimulationWorld.open(data, start, Long.parseLong(request.group(2)), progress);
        log.interactions(interaction -> {
            if (run.equals(run(interaction.requestId()))) {
                world.users().append(interaction);
            }
        });
        return Optional.of(new SimulatedLog(world, run));
    }

    /** Returns whether a page is of this run. */
    public boolean holds(PageRecord page) {
        return run.equals(run(page.page().requestId()));
    }

    private static @Nullable String run(String requestId) {
        Matcher request = REQUEST.matcher(requestId);
        return request.matches() ? request.group(1) : null;
    }

    /**
     * Returns an engine for the listeners of this run; the caller closes it.
     *
     * @param config text of a configuration, as {@code home.conf} has it
     * @param experience directory for a log of its own
     */
    public HomeEngine engine(String config, Path experience) {
        return WorldEngine.open(
                world,
                ConfigReader.readText(
                        config + "\n" + WorldEngine.overrides(world, experience),
                        world.data().path()),
                plugins -> plugins,
                InstantSource.fixed(world.start()));
    }

    /** Returns the snapshots that the listeners of this run were served from. */
    public SnapshotStore snapshots() {
        return world.snapshots();
    }
}
