package io.shelfwright.engine;

import io.shelfwright.engine.observe.Metrics;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Keeps only that something was counted.
 *
 * @param counts 1 for everything that was counted, as {@code stage/instance/code}
 */
record CountingMetrics(Map<String, Integer> counts) implements Metrics {
    @Override
    public void time(String stage, String instance, long nanos) {}

    @Override
    public void count(String stage, String instance, String code) {
        counts.put(stage + "/" + instance + "/" + code, 1);
    }

    @Override
    public void gauge(String name, DoubleSupplier value) {}
}
