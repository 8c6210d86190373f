package io.shelfwright.sample.data.reading;

/** Thrown by what reads a row to keep the row out of the import; caught by the reader of the file, which counts it. */
public final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Makes a bad row.
     *
     * @param reason the same words for all rows of this kind
     * @param detail what is wrong with this one
     */
    public BadRow(String reason, String detail) {
        // No stack trace: there may be as many of these as rows.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
