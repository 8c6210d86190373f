package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.observe.MicrometerMetrics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine inside a host: its meters, its injector. */
class HostTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).items(60);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void stagesDegradationsAndCachesAreMeasured() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        world.metrics(new MicrometerMetrics(registry)).plugin.generator("other", request -> {
            throw new IllegalStateException("down");
        });
        world.home("u");
        world.home("u");

        for (String stage : List.of("recall", "eligibility", "features", "ranking", "packing", "home")) {
            Timer timer = registry.get("shelfwright.stage")
                    .tag("stage", stage)
                    .tag("instance", stage)
                    .timer();
            assertThat(timer.count()).as(stage).isEqualTo(2);
        }
        assertThat(registry.get("shelfwright.stage")
                        .tag("instance", "main")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("shelfwright.degradations")
                        .tag("stage", "recall")
                        .tag("instance", "other")
                        .tag("code", "failed")
                        .counter()
                        .count())
                .isEqualTo(2);
        for (String cache : List.of("shelfwright.cache.user-state.hit-rate", "shelfwright.cache.recall.hit-rate")) {
            Gauge gauge = registry.get(cache).gauge();
            assertThat(gauge.value()).as(cache).isGreaterThan(0).isLessThan(1);
        }
        assertThat(registry.get("shelfwright.experience.lost").gauge().value()).isZero();
    }

    @Test
    void aHostsInjectorGivesOneEngineAndNothingOfItsInside() {
        Injector host = Guice.createInjector(new ShelfwrightModule(world.builder()), new AbstractModule() {
            @Override
            protected void configure() {
                bind(String.class).toInstance("of the host");
            }
        });
        try (HomeEngine engine = host.getInstance(HomeEngine.class)) {
            assertThat(host.getInstance(HomeEngine.class)).isSameAs(engine);
            assertThat(host.getInstance(String.class)).isEqualTo("of the host");
            assertThat(host.getExistingBinding(com.google.inject.Key.get(Stages.class)))
                    .isNull();
            PageChecks.isAGoodPage(engine.home(EngineWorld.request("u").build()));
        }
    }
}
