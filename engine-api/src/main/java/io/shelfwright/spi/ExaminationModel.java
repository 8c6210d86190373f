package io.shelfwright.spi;

/** How likely a slot is to be seen; fitted from viewport logs where there are any. */
public interface ExaminationModel extends AutoCloseable {

    /**
     * Returns the probability that the slot is examined, in (0, 1], not increasing along a row.
     *
     * @param device device class
     * @param row 0-based row
     * @param column 0-based column
     */
    double examination(String device, int row, int column);

    @Override
    default void close() {}
}
