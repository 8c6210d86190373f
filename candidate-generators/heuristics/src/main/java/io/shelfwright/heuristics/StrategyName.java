package io.shelfwright.heuristics;

/** The strategies as the configuration names them. */
enum StrategyName {
    /** What everybody plays these days. */
    POPULAR_NOW,
    /** What artists the user plays brought out lately. */
    NEW_RELEASES,
    /** What lies near the user's recent favourites. */
    BECAUSE_YOU_LISTENED,
    /** What the user loved and has not played for long. */
    REDISCOVER,
    /** What is popular in the request's market. */
    POPULAR_NEAR_YOU
}
