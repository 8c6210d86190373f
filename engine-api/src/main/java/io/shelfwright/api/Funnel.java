package io.shelfwright.api;

/**
 * How many candidates of a page were left after each stage.
 *
 * @param proposed after recall, merged by shelf and item
 * @param eligible after safety filters and filter rules
 * @param ranked scored by the ranker; fewer than eligible where a first phase cut
 * @param placed cards on the page
 */
public record Funnel(int proposed, int eligible, int ranked, int placed) {}
