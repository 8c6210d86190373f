package io.shelfwright.learning.report;

/** Says why nothing is published; the message goes into the report. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes a refusal that says what is wrong, what is needed and what to do. */
    public Refusal(String message) {
        super(message);
    }

    /** Makes a refusal that something else led to. */
    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
