package io.shelfwright.learning.gate;

/** What a first model must show, which has no model before it to be compared with. */
public enum FirstModel {
    /** A first model is not blessed: a person publishes it. */
    REFUSE,
    /** It must beat the heuristics by the goal as a later one must beat the live model. */
    BEATS_HEURISTICS,
    /** It must beat plain popularity by the goal. */
    BEATS_POPULARITY
}
