package io.shelfwright.api;

/**
 * Why a shelf or a card is there.
 *
 * @param code stable, for programs, such as {@code because-you-listened}
 * @param text for people
 */
public record Reason(String code, String text) {}
