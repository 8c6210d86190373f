package io.shelfwright.sample.simulate;

/**
 * One week of pages that an exploration policy was part of.
 *
 * @param number from 0; in the first, no ranker has a model yet
 * @param utility what a page was worth, the mean over listeners
 * @param regret how much less that is than what the oracle's page for the same request was worth
 * @param pages number of pages
 * @param explored cards that were drawn
 * @param total regret of all pages so far
 */
record ExplorationWeek(int number, Interval utility, Interval regret, int pages, long explored, double total) {}
