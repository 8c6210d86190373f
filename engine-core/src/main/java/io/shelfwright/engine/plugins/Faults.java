package io.shelfwright.engine.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes what plugins throw; what they throw is not trusted either. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);
    private static final int LONGEST = 1_000;

    private Faults() {}

    static Fault of(Throwable cause) {
        return new Fault("failed", text(cause));
    }

    /** Returns class and message of an exception, bounded, and something also where its message cannot be had. */
    public static String text(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        try {
            return shortened(name + ": " + cause.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return name + ", which fails when asked for its message";
        }
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    }

    /** Writes a warning with the stack trace, if that can be had. */
    public static void log(String stage, String instance, Throwable cause) {
        try {
            LOG.warn("{} '{}' failed", stage, instance, cause);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("{} '{}' failed: {}", stage, instance, text(cause));
        }
    }
}
