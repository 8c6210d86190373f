package io.shelfwright.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.reload.Upkeep;

/** Wires one engine: what is opened from outside by instance, the stages by their constructors. */
final class EngineModule extends AbstractModule {
    private final EngineParts parts;

    EngineModule(EngineParts parts) {
        this.parts = parts;
    }

    @Override
    protected void configure() {
        install(new StagesModule(parts.config(), parts.clock(), parts.metrics(), parts.users(), parts.calls()));
        bind(EngineResources.class).toInstance(parts.resources());
        bind(LivePlugins.class).toInstance(parts.plugins());
        bind(Upkeep.class).toInstance(parts.upkeep());
        bind(SelfTest.class).toInstance(parts.trial());
        bind(Generations.class).toInstance(parts.generations());
        bind(ExperienceStage.class).toInstance(parts.experience());
        bind(DefaultHomeEngine.class).in(Singleton.class);
        bind(HomeEngine.class).to(DefaultHomeEngine.class);
        bind(CacheGauges.class).asEagerSingleton();
    }
}
