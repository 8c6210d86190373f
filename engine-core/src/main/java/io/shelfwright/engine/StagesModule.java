package io.shelfwright.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.eligibility.EligibilityStage;
import io.shelfwright.engine.eligibility.SafetyCheck;
import io.shelfwright.engine.features.FeatureStage;
import io.shelfwright.engine.intake.IntakeStage;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.packing.PackingStage;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.ranking.RankingStage;
import io.shelfwright.engine.recall.RecallStage;
import io.shelfwright.engine.userstate.UserStates;
import java.time.InstantSource;

/** Wires the stages of a request, on threads and meters that are given. */
final class StagesModule extends AbstractModule {
    private final EngineConfig config;
    private final InstantSource clock;
    private final Metrics metrics;
    private final UserStates users;
    private final PluginCalls calls;

    StagesModule(EngineConfig config, InstantSource clock, Metrics metrics, UserStates users, PluginCalls calls) {
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        this.users = users;
        this.calls = calls;
    }

    @Override
    protected void configure() {
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(EngineConfig.class).toInstance(config);
        bind(InstantSource.class).toInstance(clock);
        bind(Metrics.class).toInstance(metrics);
        bind(UserStates.class).toInstance(users);
        bind(PluginCalls.class).toInstance(calls);
        bind(IntakeStage.class).in(Singleton.class);
        bind(RecallStage.class).in(Singleton.class);
        bind(SafetyCheck.class).in(Singleton.class);
        bind(EligibilityStage.class).in(Singleton.class);
        bind(FeatureStage.class).in(Singleton.class);
        bind(RankingStage.class).in(Singleton.class);
        bind(PackingStage.class).in(Singleton.class);
        bind(Stages.class).in(Singleton.class);
    }
}
