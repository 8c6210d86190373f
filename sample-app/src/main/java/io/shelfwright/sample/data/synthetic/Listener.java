package io.shelfwright.sample.data.synthetic;

import io.shelfwright.api.UserProfile;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A synthetic listener with what the engine must not see.
 *
 * @param profile what the engine sees
 * @param number number of the listener
 * @param taste weight of each genre, 0..1, the dearest having 1
 * @param joinedAt when listening begins
 * @param sessionsPerWeek how often they listen
 * @param hour hour of day (UTC) around which most sessions begin
 */
record Listener(
        UserProfile profile,
        int number,
        SortedMap<String, Double> taste,
        Instant joinedAt,
        double sessionsPerWeek,
        int hour) {}
