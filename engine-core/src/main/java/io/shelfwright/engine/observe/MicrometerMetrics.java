package io.shelfwright.engine.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Reports to Micrometer: timer {@code shelfwright.stage}, counter {@code shelfwright.degradations}, gauges
 * {@code shelfwright.<name>}.
 *
 * <p>Micrometer is an optional dependency; only hosts that make this class need it.
 */
public final class MicrometerMetrics implements Metrics {
    private final MeterRegistry registry;

    public MicrometerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void time(String stage, String instance, long nanos) {
        registry.timer("shelfwright.stage", "stage", stage, "instance", instance)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void count(String stage, String instance, String code) {
        registry.counter("shelfwright.degradations", "stage", stage, "instance", instance, "code", code)
                .increment();
    }

    @Override
    public void gauge(String name, DoubleSupplier value) {
        Gauge.builder("shelfwright." + name, value::getAsDouble).register(registry);
    }
}
