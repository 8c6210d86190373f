package io.shelfwright.engine.plugins;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.shelfwright.engine.config.ResilienceSettings;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.plugins.Guard.Limits;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a breaker and a bulkhead for each instance, and tells when a breaker turns; thread-safe. */
final class Breakers {
    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private final ResilienceSettings settings;
    private final CircuitBreakerConfig config;
    private final Metrics metrics;
    /** Weak: an instance that is gone is not counted any more, whatever its breaker was. */
    private final Set<Guard> guards = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    Breakers(ResilienceSettings settings, LongSupplier nanos, Metrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        config = CircuitBreakerConfig.custom()
                .clock(new TickerClock(nanos))
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimumCalls())
                .failureRateThreshold((float) (100 * settings.failureRate()))
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                .writableStackTraceEnabled(false)
                .build();
    }

    Limits limits(String stage, Instance<?> instance) {
        Guard guard = instance.guard();
        return guard.limits(() -> {
            guards.add(guard);
            return new Limits(breaker(stage, instance.name()), new Semaphore(settings.maxConcurrentCalls()));
        });
    }

    private CircuitBreaker breaker(String stage, String name) {
        CircuitBreaker breaker = CircuitBreaker.of(name, config);
        breaker.getEventPublisher().onStateTransition(event -> {
            CircuitBreaker.State state = event.getStateTransition().getToState();
            metrics.count(
                    stage,
                    name,
                    "breaker-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            switch (state) {
                case OPEN ->
                    LOG.warn(
                            "{} '{}' is left out for {} ms: too many of its latest calls failed or were late",
                            stage,
                            name,
                            settings.openFor().toMillis());
                case HALF_OPEN -> LOG.info("{} '{}' is tried again", stage, name);
                default -> LOG.info("{} '{}' takes part again", stage, name);
            }
        });
        return breaker;
    }

    /** Returns how many instances are left out just now. */
    int open() {
        int open = 0;
        synchronized (guards) {
            for (Guard guard : guards) {
                open += guard.open() ? 1 : 0;
            }
        }
        return open;
    }
}
