package io.shelfwright.engine;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.experience.ExperienceSettings;
import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.experience.NamedSink;
import io.shelfwright.engine.experience.SinkCalls;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.generation.HostContext;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.reload.Departures;
import io.shelfwright.engine.reload.Upkeep;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.BoundedStore;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.UserStateStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What an engine opens from outside, before anything is wired, so that an error reaches the host as it is. */
record EngineParts(
        EngineConfig config,
        InstantSource clock,
        Metrics metrics,
        EngineResources resources,
        LivePlugins plugins,
        Generations generations,
        UserStates users,
        SelfTest trial,
        PluginCalls calls,
        ExperienceStage experience,
        Upkeep upkeep) {

    static EngineParts open(
            EngineConfig config,
            PluginSupply supply,
            InstantSource clock,
            LongSupplier nanos,
            Metrics metrics,
            Optional<UserStateStore> givenStore,
            List<ExperienceSink> givenSinks,
            EngineResources resources) {
        Upkeep upkeep = new Upkeep();
        Departures departures = new Departures(config.plugins(), metrics, upkeep.timer());
        SnapshotStore snapshots = new SnapshotStore(config.storage().settings().snapshots(), clock);
        LivePlugins plugins = resources.add(new LivePlugins(config, supply, snapshots, clock, departures));
        Blueprint blueprint = plugins.blueprint();
        PluginCalls calls = resources.add(new PluginCalls(metrics, config.resilience(), nanos));
        UserStateStore store = resources.add(BoundedStore.of(
                givenStore.map(given -> new Instance<>("host", given)).orElseGet(() -> {
                    plugins.pin(
                            blueprint.users().plugin(),
                            lasting("user state store", blueprint.users().name()));
                    return blueprint
                            .users()
                            .create(new HostContext(blueprint.users().name(), config.baseDirectory(), clock));
                }),
                calls,
                config.deadlines().state()));
        Generations generations = resources.add(new Generations(plugins.first()));
        ExperienceStage experience = resources.add(experience(plugins, calls, clock, givenSinks));
        UserStates users =
                new UserStates(store, clock, config.storage().settings().stateCache(), config.feedback());
        resources.add(upkeep);
        return new EngineParts(
                blueprint.config(),
                clock,
                metrics,
                resources,
                plugins,
                generations,
                users,
                new SelfTest(config, nanos, users, store, clock),
                calls,
                experience,
                upkeep);
    }

    private static ExperienceStage experience(
            LivePlugins plugins, PluginCalls calls, InstantSource clock, List<ExperienceSink> givenSinks) {
        Blueprint blueprint = plugins.blueprint();
        EngineConfig config = blueprint.config();
        Path directory = config.storage().settings().experience();
        List<NamedSink> sinks = new ArrayList<>();
        sinks.add(new NamedSink("log", new AvroExperienceLog(directory, clock, ExperienceLogSettings.DEFAULT), true));
        blueprint.sinks().forEach(sink -> {
            plugins.pin(sink.plugin(), lasting("experience sink", sink.name()));
            HostContext context = new HostContext(sink.name(), config.baseDirectory(), clock);
            sinks.add(guarded(sink.create(context), calls, config));
        });
        for (int i = 0; i < givenSinks.size(); i++) {
            sinks.add(guarded(new Instance<>("host-" + i, givenSinks.get(i)), calls, config));
        }
        return new ExperienceStage(sinks, directory, clock, ExperienceSettings.DEFAULT);
    }

    private static NamedSink guarded(Instance<ExperienceSink> sink, PluginCalls calls, EngineConfig config) {
        return new NamedSink(
                sink.name(),
                sink.plugin(),
                false,
                SinkCalls.guarded(sink, calls, config.deadlines().sink()));
    }

    private static String lasting(String kind, String name) {
        return "makes the " + kind + " '" + name
                + "', which lives as long as the engine; restart the process to load it" + " anew";
    }
}
