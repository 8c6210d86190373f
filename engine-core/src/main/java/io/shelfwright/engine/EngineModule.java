package io.shelfwright.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.eligibility.BuiltInSafety;
import io.shelfwright.engine.eligibility.EligibilityStage;
import io.shelfwright.engine.eligibility.SafetyCheck;
import io.shelfwright.engine.experience.AvroExperienceLog;
import io.shelfwright.engine.experience.ExperienceLogSettings;
import io.shelfwright.engine.experience.ExperienceSettings;
import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.experience.NamedSink;
import io.shelfwright.engine.features.FeatureStage;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.generation.GenerationFactory;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.generation.HostContext;
import io.shelfwright.engine.intake.IntakeStage;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.packing.PackingStage;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.ranking.RankingStage;
import io.shelfwright.engine.recall.RecallStage;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.UserStateStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wires one engine: what is opened from outside by instance, the stages by their constructors. */
final class EngineModule extends AbstractModule {
    private final EngineConfig config;
    private final PluginRegistry registry;
    private final InstantSource clock;
    private final Metrics metrics;
    private final Optional<UserStateStore> givenStore;
    private final List<ExperienceSink> givenSinks;
    private final EngineResources resources;

    EngineModule(
            EngineConfig config,
            PluginRegistry registry,
            InstantSource clock,
            Metrics metrics,
            Optional<UserStateStore> givenStore,
            List<ExperienceSink> givenSinks,
            EngineResources resources) {
        this.config = config;
        this.registry = registry;
        this.clock = clock;
        this.metrics = metrics;
        this.givenStore = givenStore;
        this.givenSinks = givenSinks;
        this.resources = resources;
    }

    /** Opens what may fail before anything is wired, so that its error reaches the host as it is. */
    private final class Opened {
        private final Blueprint blueprint = Blueprint.of(config, registry);
        private final SnapshotStore snapshots =
                new SnapshotStore(config.storage().settings().snapshots(), clock);
        private final GenerationFactory factory = new GenerationFactory(blueprint, BuiltInSafety.all(), clock);
        private final Generations generations = new Generations(factory.create(snapshots.open()));
        private final UserStateStore store = resources.add(givenStore.orElseGet(() -> blueprint
                .users()
                .create(context(blueprint.users().name()))
                .plugin()));
    }

    @Override
    protected void configure() {
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        Opened opened = new Opened();
        UserStates users =
                new UserStates(opened.store, clock, config.storage().settings().stateCache());
        bind(EngineConfig.class).toInstance(config);
        bind(InstantSource.class).toInstance(clock);
        bind(Metrics.class).toInstance(metrics);
        bind(EngineResources.class).toInstance(resources);
        bind(SnapshotStore.class).toInstance(opened.snapshots);
        bind(GenerationFactory.class).toInstance(opened.factory);
        bind(Generations.class).toInstance(opened.generations);
        bind(UserStates.class).toInstance(users);
        bind(PluginCalls.class).toInstance(new PluginCalls(metrics));
        bind(ExperienceStage.class).toInstance(experience(opened.blueprint));
        bind(IntakeStage.class).in(Singleton.class);
        bind(RecallStage.class).in(Singleton.class);
        bind(SafetyCheck.class).in(Singleton.class);
        bind(EligibilityStage.class).in(Singleton.class);
        bind(FeatureStage.class).in(Singleton.class);
        bind(RankingStage.class).in(Singleton.class);
        bind(PackingStage.class).in(Singleton.class);
        bind(Stages.class).in(Singleton.class);
        bind(HomeEngine.class).to(DefaultHomeEngine.class).in(Singleton.class);
        bind(CacheGauges.class).asEagerSingleton();
    }

    private ExperienceStage experience(Blueprint blueprint) {
        List<NamedSink> sinks = new ArrayList<>();
        var directory = config.storage().settings().experience();
        sinks.add(new NamedSink("log", new AvroExperienceLog(directory, clock, ExperienceLogSettings.DEFAULT), true));
        blueprint
                .sinks()
                .forEach(sink -> sinks.add(new NamedSink(
                        sink.name(), sink.create(context(sink.name())).plugin(), false)));
        for (int i = 0; i < givenSinks.size(); i++) {
            sinks.add(new NamedSink("host-" + i, givenSinks.get(i), false));
        }
        return new ExperienceStage(sinks, directory, clock, ExperienceSettings.DEFAULT);
    }

    private HostContext context(String name) {
        return new HostContext(name, config.baseDirectory(), clock);
    }
}
