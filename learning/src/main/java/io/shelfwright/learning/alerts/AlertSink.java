package io.shelfwright.learning.alerts;

import java.io.IOException;
import java.util.List;

/**
 * Tells somebody of alerts; found by {@link java.util.ServiceLoader} on the class path, and used where {@code learning.alerts.sinks}
 * has its name. {@code log}, {@code file} and {@code webhook} are there already.
 *
 * <p>An implementation has a public constructor without arguments; keys and tokens it reads from the environment. It bounds its own time:
 * the run waits for it. What it throws is reported, breaks nothing, and the same alerts are given to it again by the next run, so that
 * each comes at least once: {@link Alert#id()} tells repetitions. Used by one thread at a time.
 */
public interface AlertSink {
    /** Returns the word for the configuration, in lower case. */
    String name();

    /**
     * Tells of a run's alerts, at least one.
     *
     * @throws IOException saying what is wrong, if any of them could not be told
     * @throws InterruptedException if the thread was interrupted while waiting
     */
    void send(List<Alert> alerts) throws IOException, InterruptedException;
}
