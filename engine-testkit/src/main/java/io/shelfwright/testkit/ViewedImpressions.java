package io.shelfwright.testkit;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ImpressionKey.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Impressions without a later positive reaction to the same item, by item, artist and shelf. */
final class ViewedImpressions {
    private static final double HALF_LIFE_DAYS = 7;

    private final Map<ImpressionKey, List<Interaction>> unanswered = new HashMap<>();
    private final List<Interaction> explored = new ArrayList<>();

    ViewedImpressions(List<Interaction> interactions, Catalog catalog) {
        Map<String, Instant> lastPositive = new HashMap<>();
        for (Interaction interaction : interactions) {
            if (interaction.type().isPositive() && interaction.targetType() == TargetType.ITEM) {
                lastPositive.merge(interaction.targetId(), interaction.time(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        for (Interaction interaction : interactions) {
            if (interaction.type() == InteractionType.IMPRESSION) {
                if (interaction.explored()) {
                    explored.add(interaction);
                }
                Instant positive = lastPositive.get(interaction.targetId());
                if (positive == null || positive.isBefore(interaction.time())) {
                    count(interaction, catalog);
                }
            }
        }
    }

    private void count(Interaction impression, Catalog catalog) {
        add(Scope.ITEM, impression.targetId(), impression);
        int item = catalog.indexOf(impression.targetId());
        if (item >= 0) {
            for (String artist : new LinkedHashSet<>(catalog.item(item).artistIds())) {
                add(Scope.ARTIST, artist, impression);
            }
        }
        if (!impression.shelfId().isEmpty()) {
            add(Scope.SHELF, impression.shelfId(), impression);
        }
    }

    private void add(Scope scope, String id, Interaction impression) {
        unanswered
                .computeIfAbsent(new ImpressionKey(scope, id), key -> new ArrayList<>())
                .add(impression);
    }

    double decayed(Scope scope, String id, Instant at) {
        double sum = 0;
        for (Interaction impression : unanswered.getOrDefault(new ImpressionKey(scope, id), List.of())) {
            double days = Duration.between(impression.time(), at).toMillis() / 86_400_000.0;
            sum += impression.amount() * Math.pow(2, -Math.max(0, days) / HALF_LIFE_DAYS);
        }
        return sum;
    }

    int exploredSince(Instant since) {
        int count = 0;
        for (Interaction impression : explored) {
            if (!impression.time().isBefore(since)) {
                count++;
            }
        }
        return count;
    }
}
