package com.example.weekly;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Taste;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A weekly playlist: items like those of the last session, the most fitting first; nothing hidden is ever among them. */
public final class WeeklyPlaylist {
    private WeeklyPlaylist() {}

    public static List<String> of(HomeEngine engine, String userId, int length) {
        Taste taste = engine.taste(userId);
        Set<String> found = new LinkedHashSet<>();
        for (String played : taste.lastSession()) {
            for (Taste.Similar similar : taste.similar(played, 20)) {
                found.add(similar.itemId());
            }
        }
        return found.stream()
                .sorted((first, second) -> Double.compare(taste.affinity(second), taste.affinity(first)))
                .limit(length)
                .toList();
    }
}
