package io.shelfwright.engine;

import io.shelfwright.api.PluginException;
import io.shelfwright.api.PluginInfo;
import io.shelfwright.api.PluginInfo.State;
import io.shelfwright.api.PluginReload;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.discovery.PluginLoading;
import io.shelfwright.engine.eligibility.BuiltInSafety;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.generation.GenerationFactory;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.plugins.PluginInfos;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.plugins.PluginSet;
import io.shelfwright.engine.reload.Departures;
import io.shelfwright.engine.reload.ReloadPlan;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins and the snapshot in use, and the only one who exchanges them.
 *
 * <p>An exchange makes everything first and publishes it with one reference; one runs at a time. Thread-safe.
 */
final class LivePlugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivePlugins.class);

    private final EngineConfig config;
    private final PluginSupply supply;
    private final SnapshotStore snapshots;
    private final InstantSource clock;
    private final Departures departures;
    private final Map<String, String> pinned = new HashMap<>();
    private volatile Consumer<ItemCatalog> whenClosed = catalog -> {};
    private volatile GenerationFactory factory;

    /**
     * Loads the plugins.
     *
     * @throws io.shelfwright.api.PluginException with every plugin that cannot be loaded
     * @throws io.shelfwright.api.ConfigException if the configuration does not fit them
     */
    LivePlugins(
            EngineConfig config,
            PluginSupply supply,
            SnapshotStore snapshots,
            InstantSource clock,
            Departures departures) {
        this.config = config;
        this.supply = supply;
        this.snapshots = snapshots;
        this.clock = clock;
        this.departures = departures;
        try {
            factory = factory(PluginSet.of(supply.load()));
        } catch (RuntimeException | LinkageError e) {
            supply.close();
            throw e;
        }
    }

    /** Returns the plan in use; stores and sinks are made from the first one. */
    Blueprint blueprint() {
        return factory.blueprint();
    }

    /** Notes that a plugin must stay as long as the engine. */
    void pin(LoadedPlugin plugin, String why) {
        pinned.put(plugin.id(), why);
    }

    /** Has somebody told of every catalog that no generation uses any more. */
    void whenClosed(Consumer<ItemCatalog> told) {
        whenClosed = told;
    }

    /** Returns a generation of the newest snapshot. */
    Generation first() {
        String tried = "";
        while (true) {
            String newest = snapshots.current().orElse("");
            try {
                return factory.create(snapshots.open());
            } catch (SnapshotException e) {
                if (newest.equals(tried) || newest.equals(snapshots.current().orElse(""))) {
                    throw e;
                }
                // It was deleted while it was read, as others are in use now.
                tried = newest;
            }
        }
    }

    /**
     * Swaps to the newest snapshot if it is another one, once it is ready.
     *
     * @param ready told of the new generation and of the one in use; what it throws keeps the one in use
     */
    synchronized void refresh(Generations generations, BiConsumer<Generation, Generation> ready) {
        String newest = snapshots.current().orElse("");
        if (!newest.isEmpty() && newest.equals(version(generations))) {
            return;
        }
        try (Generations.Lease lease = generations.lease()) {
            Generation next = factory.create(snapshots.open());
            try {
                ready.accept(next, lease.generation());
            } catch (RuntimeException | LinkageError e) {
                Generations.discard(next);
                throw e;
            }
            generations.swap(next);
        }
    }

    /**
     * Begins or ends the trial of a candidate, as the directory of snapshots says.
     *
     * @param failed says which version was tried and failed; it is not tried again
     * @param ready as in {@link #refresh}; a candidate that is refused is withdrawn
     * @return whether a trial began
     */
    synchronized boolean refreshCandidate(
            Generations generations, Predicate<String> failed, BiConsumer<Generation, Generation> ready) {
        String named = snapshots.candidate().orElse("");
        if (named.equals(generations.candidate())) {
            return false;
        }
        generations.endTrial();
        if (named.isEmpty() || failed.test(named) || named.equals(version(generations))) {
            return false;
        }
        try (Generations.Lease lease = generations.lease()) {
            Generation next = factory.create(snapshots.open(named));
            try {
                ready.accept(next, lease.generation());
            } catch (RuntimeException | LinkageError e) {
                Generations.discard(next);
                throw e;
            }
            generations.tryOut(next);
            LOG.info("snapshot {} is tried on a share of the users", named);
            return true;
        } catch (SnapshotException | PluginException e) {
            withdraw(named, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Takes a candidate back, so that no engine tries it any more. */
    void withdraw(String version, String why) {
        LOG.warn("the trial of snapshot {} has ended: {}", version, why);
        try {
            snapshots.trials().withdraw(version, why);
        } catch (SnapshotException e) {
            LOG.warn("other engines may go on with the trial of snapshot {}: {}", version, e.getMessage());
        }
    }

    /** Deletes old snapshots; a directory that cannot be written is left to those who publish there. */
    void collect() {
        try {
            List<String> deleted = snapshots.collectIfFree(config.snapshots().keep());
            if (!deleted.isEmpty()) {
                LOG.info("snapshots {} are deleted: nobody uses them", String.join(", ", deleted));
            }
        } catch (SnapshotException e) {
            LOG.warn("old snapshots stay: {}", e.getMessage());
        }
    }

    /** Works on the snapshot of an earlier page with the plugins in use. */
    <T> T on(String version, Function<Generation, T> work) {
        GenerationFactory held = held();
        try (Generations old = new Generations(held.create(snapshots.open(version)));
                Generations.Lease lease = old.lease()) {
            return work.apply(lease.generation());
        } finally {
            held.plugins().letGo();
        }
    }

    /** Loads what changed, or the one that is named, and swaps to it once it passed its trial. */
    synchronized PluginReload reload(Optional<String> id, Generations generations, SelfTest trial) {
        List<LoadedPlugin> running = factory.plugins().registry().loaded();
        ReloadPlan plan = id.isPresent()
                ? ReloadPlan.ofOne(id.get(), running, supply.locate())
                : ReloadPlan.ofChanges(running, supply.locate());
        if (plan.nothing()) {
            return new PluginReload(
                    List.of(), List.of(), List.of(), factory.blueprint().configHash());
        }
        plan.requireReloadable(pinned);
        List<LoadedPlugin> all = new ArrayList<>(PluginLoading.load(plan.load()));
        Set<LoadedPlugin> fresh = new HashSet<>(all);
        plan.keep().forEach(plugin -> {
            plugin.hold();
            all.add(plugin);
        });
        GenerationFactory before = factory;
        GenerationFactory next = factory(PluginSet.of(all));
        try {
            swap(next, fresh, generations, trial);
        } catch (RuntimeException | LinkageError e) {
            next.plugins().letGo();
            throw e;
        }
        PluginRegistry old = before.plugins().registry();
        plan.leave().forEach(plugin -> departures.watch(plugin, old.factories(plugin)));
        fresh.forEach(plugin -> departures.serves(plugin.loader()));
        before.plugins().letGo();
        return report(plan, fresh);
    }

    private void swap(GenerationFactory next, Set<LoadedPlugin> fresh, Generations generations, SelfTest trial) {
        try (Generations.Lease lease = generations.lease()) {
            Generation generation = next.again(lease.generation());
            try {
                trial.require(generation, lease.generation(), instances(next.blueprint(), fresh));
            } catch (RuntimeException | LinkageError e) {
                Generations.discard(generation);
                throw e;
            }
            // It was made by the plugins that leave; the next look begins its trial anew.
            generations.endTrial();
            generations.swap(generation);
            factory = next;
        }
    }

    /** Returns the plugins in use, then those on their way out. */
    List<PluginInfo> infos() {
        GenerationFactory now = factory;
        PluginRegistry registry = now.plugins().registry();
        Set<LoadedPlugin> used = new HashSet<>(now.blueprint().shaping());
        List<PluginInfo> infos = new ArrayList<>();
        for (LoadedPlugin plugin : registry.loaded()) {
            boolean stays = pinned.containsKey(plugin.id());
            infos.add(PluginInfos.of(
                    plugin,
                    registry,
                    plugin.reloadable() && !stays,
                    stays || used.contains(plugin) ? State.ACTIVE : State.IDLE));
        }
        infos.addAll(departures.infos());
        return List.copyOf(infos);
    }

    /** Lets go of the plugins, after everything that they made is closed. */
    @Override
    public synchronized void close() {
        factory.plugins().letGo();
        supply.close();
    }

    private GenerationFactory factory(PluginSet plugins) {
        try {
            return new GenerationFactory(
                    Blueprint.of(config, plugins.registry()),
                    plugins,
                    BuiltInSafety.all(),
                    clock,
                    catalog -> whenClosed.accept(catalog));
        } catch (RuntimeException | LinkageError e) {
            plugins.letGo();
            throw e;
        }
    }

    /** A factory that was replaced may be closed before it is held. */
    private GenerationFactory held() {
        GenerationFactory now = factory;
        while (!now.plugins().hold()) {
            now = factory;
        }
        return now;
    }

    private static Set<String> instances(Blueprint blueprint, Set<LoadedPlugin> of) {
        Set<String> names = new HashSet<>();
        blueprint.shapingInstances().forEach(bound -> {
            if (of.contains(bound.plugin())) {
                names.add(bound.name());
            }
        });
        return names;
    }

    private PluginReload report(ReloadPlan plan, Set<LoadedPlugin> fresh) {
        Set<String> added = new TreeSet<>();
        fresh.forEach(plugin -> added.add(plugin.id()));
        Set<String> removed = new TreeSet<>();
        plan.leave().forEach(plugin -> removed.add(plugin.id()));
        Set<String> reloaded = new TreeSet<>(added);
        reloaded.retainAll(removed);
        added.removeAll(reloaded);
        removed.removeAll(reloaded);
        return new PluginReload(
                List.copyOf(added),
                List.copyOf(reloaded),
                List.copyOf(removed),
                factory.blueprint().configHash());
    }

    private static String version(Generations generations) {
        try (Generations.Lease lease = generations.lease()) {
            return lease.generation().version();
        }
    }
}
