package io.shelfwright.testkit;

import org.junit.jupiter.api.function.Executable;

/** Runs a case that is not drawn from a seed; a failure names it. */
final class NamedCase {
    private NamedCase() {}

    /**
     * Runs a case.
     *
     * @throws AssertionError that names the case, with its own failure as the cause
     */
    @SuppressWarnings("CatchingUnchecked") // whatever a plugin throws is its failure in this case
    static void run(String name, Executable body) {
        try {
            body.execute();
        } catch (Throwable failure) {
            throw new AssertionError("the case '" + name + "' failed: " + failure, failure);
        }
    }
}
