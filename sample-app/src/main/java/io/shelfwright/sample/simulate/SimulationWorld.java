package io.shelfwright.sample.simulate;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.DataDirectorySource;
import io.shelfwright.sample.data.Draws;
import io.shelfwright.sample.data.synthetic.SyntheticTaste;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A data directory seen with a part of its listening held out, and what the listeners truly want.
 *
 * <p>The catalog with statistics and neighbours of the visible part lies in {@code simulation/snapshots}, with the models of
 * the snapshot in use; the users are in memory.
 */
final class SimulationWorld {
    /** Share of the listeners whose pages are logged; the others are only ever evaluated on. */
    static final double TRAIN = 0.8;

    private final DataDirectory data;
    private final Path directory;
    private final Instant start;
    private final SnapshotStore snapshots;
    private final InMemoryUserStateStore users = new InMemoryUserStateStore();
    private final Map<String, Item> items = new HashMap<>();
    private final List<String> train = new ArrayList<>();
    private final List<String> test = new ArrayList<>();
    private final Appeal appeal;
    private final HoldOut holdOut;
    private final long seed;

    private SimulationWorld(DataDirectory data, Path directory, Instant start, long seed, Scenario scenario) {
        this.data = data;
        this.directory = directory;
        this.start = start;
        this.seed = seed;
        snapshots = new SnapshotStore(directory.resolve("snapshots"), InstantSource.fixed(start));
        DataDirectorySource source = data.source();
        source.items(item -> items.put(item.id(), item));
        Map<String, String> subjects = new HashMap<>();
        items.forEach((id, item) -> {
            String subject = HoldOut.subject(item);
            if (!subject.equals(id)) {
                subjects.put(id, subject);
            }
        });
        holdOut = new HoldOut(seed, subjects, new Arrivals(scenario.newItems(), seed, start));
        HeldOutAppeal heldOut = new HeldOutAppeal(seed);
        Set<String> active = split(source, heldOut);
        Appeal still = data.sources().contains(SyntheticWorld.KIND)
                ? new SyntheticAppeal(SyntheticTaste.read(data), heldOut)
                : heldOut;
        source.profiles().forEach(profile -> {
            users.putProfile(profile);
            if (active.contains(profile.userId())) {
                (trains(profile.userId()) ? train : test).add(profile.userId());
            }
        });
        appeal = scenario.changesTaste() && !train.isEmpty()
                ? new ChangingAppeal(still, scenario, seed, start, train, this::market)
                : still;
    }

    /**
     * Opens the world of a seed, building its catalog anew where seed or data changed.
     *
     * @param start the data's own "now", when the simulation begins
     * @throws BadRequestException if the data holds no listeners to simulate
     */
    static SimulationWorld open(DataDirectory data, Instant start, long seed, Consumer<String> progress) {
        return open(data, start, seed, Scenario.STILL, progress);
    }

    /** Opens the world of a seed in which something changes. */
    static SimulationWorld open(
            DataDirectory data, Instant start, long seed, Scenario scenario, Consumer<String> progress) {
        return open(data, data.path().resolve("simulation"), true, start, seed, scenario, progress);
    }

    /** Opens a world of its own that begins with no model, whatever the data directory has. */
    static SimulationWorld untrained(
            DataDirectory data,
            Path directory,
            Instant start,
            long seed,
            Scenario scenario,
            Consumer<String> progress) {
        return open(data, directory, false, start, seed, scenario, progress);
    }

    private static SimulationWorld open(
            DataDirectory data,
            Path directory,
            boolean models,
            Instant start,
            long seed,
            Scenario scenario,
            Consumer<String> progress) {
        SimulationWorld world = new SimulationWorld(data, directory, start, seed, scenario);
        if (world.train.isEmpty() || world.test.isEmpty()) {
            throw new BadRequestException("the data directory has " + world.train.size() + " listeners to train on and "
                    + world.test.size() + " to test on; simulating needs at least one of each: import more listening,"
                    + " such as lastfm-2k");
        }
        new WorldSnapshot(data, directory, world.snapshots, models).refresh(seed, start, world.holdOut, progress);
        return world;
    }

    /** Returns whether a listener's pages may be logged; the same for every seed. */
    static boolean trains(String userId) {
        return new Draws(14, Keys.of(userId)).next() < TRAIN;
    }

    long seed() {
        return seed;
    }

    DataDirectory data() {
        return data;
    }

    /** Returns the directory that everything but the experience goes to. */
    Path directory() {
        return directory;
    }

    Instant start() {
        return start;
    }

    SnapshotStore snapshots() {
        return snapshots;
    }

    /** Returns the users with what is visible of their listening; closing it does nothing. */
    InMemoryUserStateStore users() {
        return users;
    }

    Item item(String id) {
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalStateException("a page shows " + id + ", which the data does not hold");
        }
        return item;
    }

    HoldOut holdOut() {
        return holdOut;
    }

    Appeal appeal() {
        return appeal;
    }

    /** Returns the listeners who are logged, in ascending order. */
    List<String> train() {
        return train;
    }

    /** Returns the listeners who are evaluated on and never logged, in ascending order. */
    List<String> test() {
        return test;
    }

    /** Returns a listener's subscription tier, empty where unknown. */
    String tier(String userId) {
        return users.profile(userId).map(UserProfile::tier).orElse("");
    }

    private String market(String userId) {
        return users.profile(userId).map(UserProfile::market).orElse("");
    }

    /** Returns the users of whom anything is visible. */
    private Set<String> split(DataDirectorySource source, HeldOutAppeal heldOut) {
        Set<String> active = new HashSet<>();
        source.interactions(interaction -> {
            if (holdOut.hides(interaction)) {
                heldOut.add(interaction, holdOut.subject(interaction));
            } else {
                users.append(interaction);
                active.add(interaction.userId());
            }
        });
        return active;
    }

    /** The synthetic listeners' true tastes are known; of all others the held-out plays are. */
    private record SyntheticAppeal(SyntheticTaste taste, HeldOutAppeal heldOut, Set<String> synthetic)
            implements Appeal {
        SyntheticAppeal(SyntheticTaste taste, HeldOutAppeal heldOut) {
            this(taste, heldOut, new HashSet<>());
            taste.listeners().forEach(synthetic::add);
        }

        @Override
        public double of(String userId, Item item) {
            return synthetic.contains(userId) ? taste.affinity(userId, item) : heldOut.of(userId, item);
        }
    }
}
