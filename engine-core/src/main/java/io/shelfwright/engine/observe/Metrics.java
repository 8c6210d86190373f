package io.shelfwright.engine.observe;

/** Where stages and guards report times and events; thread-safe. */
public interface Metrics {
    /** Measures nothing. */
    Metrics NONE = new Metrics() {
        @Override
        public void time(String stage, String instance, long nanos) {}

        @Override
        public void count(String stage, String instance, String code) {}

        @Override
        public void gauge(String name, java.util.function.DoubleSupplier value) {}
    };

    /**
     * Reports the time of one call.
     *
     * @param stage package of the engine
     * @param instance configured instance, or the stage again for the stage as a whole
     */
    void time(String stage, String instance, long nanos);

    /** Counts one event, such as a degradation. */
    void count(String stage, String instance, String code);

    /** Registers a value that is read when somebody looks, such as the hit rate of a cache. */
    void gauge(String name, java.util.function.DoubleSupplier value);
}
