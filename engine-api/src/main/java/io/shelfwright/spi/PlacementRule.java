package io.shelfwright.spi;

/**
 * Constrains or penalises a slot, given the cards placed before it in reading order.
 *
 * <p>All placement rules read the same prefix; nothing re-ranks afterwards. Skipped, and reported, when it fails.
 */
public interface PlacementRule extends AutoCloseable {
    /** The penalty of a card that must not be placed in a slot. */
    double FORBIDDEN = Double.POSITIVE_INFINITY;

    /** Returns how many cards before a slot this rule looks at, at least 1. */
    int window();

    /** Returns whether this rule ever forbids; one that only penalises says false and saves work. */
    default boolean forbids() {
        return true;
    }

    /** Returns the rule for one slot; what depends on the prefix alone is computed here, once. */
    SlotRule forSlot(PagePrefix prefix, Slot slot);

    @Override
    default void close() {}

    /** A placement rule for one slot. */
    @FunctionalInterface
    interface SlotRule {
        /**
         * Returns what to subtract from a card's log utility in this slot: 0 for nothing, more for a penalty,
         * {@link #FORBIDDEN} for never; when every card is forbidden, rules are relaxed from the last configured to the
         * first.
         *
         * @param item catalog index
         */
        double penalty(int item);
    }
}
