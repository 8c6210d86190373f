package io.shelfwright.learning.report;

import java.util.Locale;
import java.util.function.Consumer;

/** A progress bar in lines: one for each twentieth of the work. Thread-safe. */
public final class Progress {
    private static final int STEPS = 20;

    private final String what;
    private final long total;
    private final Consumer<String> lines;
    private long done;
    private long told = -1;

    /**
     * Makes a bar.
     *
     * @param what is being done, such as {@code reading the log}
     * @param total units of work; where it is 0 only the beginning is told
     * @param lines given the bar whenever it grew
     */
    public Progress(String what, long total, Consumer<String> lines) {
        this.what = what;
        this.total = total;
        this.lines = lines;
        tell();
    }

    /** Adds units that were done. */
    public synchronized void add(long units) {
        done += units;
        tell();
    }

    private synchronized void tell() {
        long step = total <= 0 ? 0 : Math.min(STEPS, done * STEPS / total);
        if (step > told) {
            told = step;
            lines.accept(String.format(
                    Locale.ROOT,
                    "%s [%s%s] %3d %%",
                    what,
                    "#".repeat((int) step),
                    ".".repeat((int) (STEPS - step)),
                    step * 100 / STEPS));
        }
    }
}
