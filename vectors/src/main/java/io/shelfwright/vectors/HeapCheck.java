package io.shelfwright.vectors;

import io.shelfwright.api.BadRequestException;
import java.util.Locale;

/** Compares the memory that a training will need with the heap that is free, before it starts. */
public final class HeapCheck {
    private static final double GIGABYTE = 1e9;

    private HeapCheck() {}

    /**
     * Refuses what will not fit.
     *
     * @param what what needs the memory, for the message
     * @param bytes what it needs beside what is in use now
     * @param instead what to do instead, for the message
     * @throws BadRequestException if the heap cannot give it
     */
    public static void require(String what, double bytes, String instead) {
        Runtime runtime = Runtime.getRuntime();
        require(what, bytes, runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()), instead);
    }

    static void require(String what, double bytes, double free, String instead) {
        if (bytes > free) {
            throw new BadRequestException(String.format(
                    Locale.ROOT,
                    "%s needs %.2f GB of memory, and %.2f GB of the heap are free; give more, as in JAVA_OPTS=-Xmx%.0fg,"
                            + " or %s",
                    what,
                    bytes / GIGABYTE,
                    free / GIGABYTE,
                    Math.ceil(bytes / GIGABYTE * 1.3 + 1),
                    instead));
        }
    }
}
