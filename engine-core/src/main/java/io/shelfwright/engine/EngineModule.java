package io.shelfwright.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.eligibility.EligibilityStage;
import io.shelfwright.engine.eligibility.SafetyCheck;
import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.features.FeatureStage;
import io.shelfwright.engine.generation.GenerationFactory;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.intake.IntakeStage;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.packing.PackingStage;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.ranking.RankingStage;
import io.shelfwright.engine.recall.RecallStage;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.UserStates;
import java.time.InstantSource;

/** Wires one engine: what is opened from outside by instance, the stages by their constructors. */
final class EngineModule extends AbstractModule {
    private final EngineParts parts;

    EngineModule(EngineParts parts) {
        this.parts = parts;
    }

    @Override
    protected void configure() {
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(EngineConfig.class).toInstance(parts.config());
        bind(InstantSource.class).toInstance(parts.clock());
        bind(Metrics.class).toInstance(parts.metrics());
        bind(EngineResources.class).toInstance(parts.resources());
        bind(SnapshotStore.class).toInstance(parts.snapshots());
        bind(GenerationFactory.class).toInstance(parts.factory());
        bind(Generations.class).toInstance(parts.generations());
        bind(UserStates.class).toInstance(parts.users());
        bind(PluginCalls.class).toInstance(parts.calls());
        bind(ExperienceStage.class).toInstance(parts.experience());
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
}
