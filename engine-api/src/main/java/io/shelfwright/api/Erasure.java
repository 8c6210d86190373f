package io.shelfwright.api;

import java.util.List;

/**
 * What erasing a user came to.
 *
 * @param userId the user
 * @param versions state versions that the user had: interactions recorded so far
 * @param keptBySinks sinks that had handed on what they took: the host must erase the user behind them
 */
public record Erasure(String userId, long versions, List<String> keptBySinks) {
    public Erasure {
        keptBySinks = List.copyOf(keptBySinks);
    }
}
