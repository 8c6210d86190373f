package io.shelfwright.engine;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.eligibility.BuiltInSafety;
import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.experience.ExperienceSettings;
import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.experience.NamedSink;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.generation.GenerationFactory;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.generation.HostContext;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.plugins.PluginRegistry;
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
        SnapshotStore snapshots,
        GenerationFactory factory,
        Generations generations,
        UserStates users,
        PluginCalls calls,
        ExperienceStage experience) {

    static EngineParts open(
            EngineConfig config,
            PluginRegistry registry,
            InstantSource clock,
            LongSupplier nanos,
            Metrics metrics,
            Optional<UserStateStore> givenStore,
            List<ExperienceSink> givenSinks,
            EngineResources resources) {
        Blueprint blueprint = Blueprint.of(config, registry);
        SnapshotStore snapshots = new SnapshotStore(config.storage().settings().snapshots(), clock);
        GenerationFactory factory = new GenerationFactory(blueprint, BuiltInSafety.all(), clock);
        PluginCalls calls = resources.add(new PluginCalls(metrics, config.resilience(), nanos));
        UserStateStore store = resources.add(BoundedStore.of(
                givenStore.map(given -> new Instance<>("host", given)).orElseGet(() -> blueprint
                        .users()
                        .create(new HostContext(blueprint.users().name(), config.baseDirectory(), clock))),
                calls,
                config.deadlines().state()));
        Generations generations = resources.add(new Generations(factory.create(snapshots.open())));
        ExperienceStage experience = resources.add(experience(blueprint, clock, givenSinks));
        UserStates users =
                new UserStates(store, clock, config.storage().settings().stateCache());
        return new EngineParts(
                blueprint.config(),
                clock,
                metrics,
                resources,
                snapshots,
                factory,
                generations,
                users,
                calls,
                experience);
    }

    private static ExperienceStage experience(
            Blueprint blueprint, InstantSource clock, List<ExperienceSink> givenSinks) {
        EngineConfig config = blueprint.config();
        Path directory = config.storage().settings().experience();
        List<NamedSink> sinks = new ArrayList<>();
        sinks.add(new NamedSink("log", new AvroExperienceLog(directory, clock, ExperienceLogSettings.DEFAULT), true));
        blueprint.sinks().forEach(sink -> {
            HostContext context = new HostContext(sink.name(), config.baseDirectory(), clock);
            sinks.add(new NamedSink(sink.name(), sink.create(context).plugin(), false));
        });
        for (int i = 0; i < givenSinks.size(); i++) {
            sinks.add(new NamedSink("host-" + i, givenSinks.get(i), false));
        }
        return new ExperienceStage(sinks, directory, clock, ExperienceSettings.DEFAULT);
    }
}
