package io.shelfwright.spi;

/** The cards placed so far, in reading order; valid only during the call it is given to. */
public interface PagePrefix {

    Catalog catalog();

    UserState user();

    /** Returns the number of cards placed. */
    int size();

    /** Returns the catalog index of the card at a position from 0 to size - 1. */
    int item(int position);

    /** Returns the slot of the card at a position from 0 to size - 1. */
    Slot slot(int position);
}
