package io.shelfwright.spi;

/**
 * An item proposed for a shelf.
 *
 * @param shelfId shelf of the request
 * @param itemId id, not index: an index of another snapshot would silently be another item
 * @param recallScore the generator's own score, finite, higher is better, comparable only within the generator
 * @param evidence why
 */
public record Proposal(String shelfId, String itemId, double recallScore, Evidence evidence) {}
