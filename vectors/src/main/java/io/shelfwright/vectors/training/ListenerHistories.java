package io.shelfwright.vectors.training;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.vectors.Interactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What listeners did with the items of a catalog.
 *
 * <p>A pair of listener and item weighs its plays and completed plays, 1 more where it was saved or liked, 2 more where it was
 * followed, and at least 1. What was undone does not count; an item or artist that was disliked or hidden does not either.
 *
 * @param pairs listeners that have any item, and only items that any of them has
 * @param items the catalog's index of each of those items, ascending
 * @param sessions plays of the catalog's items less than 30 minutes apart, two items or more each, in order
 */
@SuppressWarnings("ArrayRecordComponent") // a column, compared by nobody
public record ListenerHistories(Interactions pairs, int[] items, List<int[]> sessions) {
    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final double SAVED = 1;
    private static final double FOLLOWED = 2;

    /** Reads every user of a store, in the order of their ids. */
    public static ListenerHistories read(List<Item> catalog, UserStateStore users) {
        Map<String, Integer> index = new HashMap<>();
        for (int item = 0; item < catalog.size(); item++) {
            index.put(catalog.get(item).id(), item);
        }
        List<Map<Integer, Double>> rows = new ArrayList<>();
        List<int[]> sessions = new ArrayList<>();
        users.users(user -> {
            List<Interaction> counted = counted(users.interactions(user, users.version(user)));
            Map<Integer, Double> row = weights(counted, catalog, index);
            if (!row.isEmpty()) {
                rows.add(row);
            }
            addSessions(counted, index, sessions);
        });
        return of(rows, catalog.size(), sessions);
    }

    private static ListenerHistories of(List<Map<Integer, Double>> rows, int size, List<int[]> sessions) {
        boolean[] used = new boolean[size];
        rows.forEach(row -> row.keySet().forEach(item -> used[item] = true));
        int[] compact = new int[size];
        int[] items = new int[size];
        int n = 0;
        for (int item = 0; item < size; item++) {
            if (used[item]) {
                items[n] = item;
                compact[item] = n++;
            }
        }
        int[][] columns = new int[rows.size()][];
        float[][] weights = new float[rows.size()][];
        for (int user = 0; user < columns.length; user++) {
            Map<Integer, Double> row = rows.get(user);
            columns[user] = new int[row.size()];
            weights[user] = new float[row.size()];
            int at = 0;
            for (Map.Entry<Integer, Double> entry : row.entrySet()) {
                columns[user][at] = compact[entry.getKey()];
                weights[user][at++] = (float) Math.min(1e9, Math.max(1, entry.getValue()));
            }
        }
        return new ListenerHistories(
                Interactions.of(n, columns, weights), java.util.Arrays.copyOf(items, n), List.copyOf(sessions));
    }

    private static List<Interaction> counted(List<Interaction> recorded) {
        Set<String> undone = new HashSet<>();
        recorded.stream()
                .filter(interaction -> interaction.type() == InteractionType.UNDO)
                .forEach(interaction -> undone.add(interaction.undoes()));
        return recorded.stream()
                .filter(interaction -> interaction.type() != InteractionType.UNDO && !undone.contains(interaction.id()))
                .sorted(Comparator.comparing(Interaction::time))
                .toList();
    }

    private static Map<Integer, Double> weights(
            List<Interaction> counted, List<Item> catalog, Map<String, Integer> index) {
        Map<Integer, Double> plays = new TreeMap<>();
        Map<Integer, Double> favour = new HashMap<>();
        Set<String> unwanted = new HashSet<>();
        for (Interaction interaction : counted) {
            if (interaction.type().isNegative()) {
                unwanted.add(interaction.targetId());
            }
            Integer item = item(interaction, catalog, index);
            if (item != null && interaction.type().isPositive()) {
                switch (interaction.type()) {
                    case PLAY, COMPLETE -> plays.merge(item, interaction.amount(), Double::sum);
                    case SAVE, LIKE -> favour.merge(item, SAVED, Math::max);
                    case FOLLOW -> favour.merge(item, FOLLOWED, Math::max);
                    case SKIP, DISLIKE, HIDE, IMPRESSION, UNDO -> {}
                }
            }
        }
        favour.forEach((item, more) -> plays.merge(item, more, Double::sum));
        plays.keySet()
                .removeIf(item -> unwanted.contains(catalog.get(item).id())
                        || catalog.get(item).artistIds().stream().anyMatch(unwanted::contains));
        return plays;
    }

    private static @org.jspecify.annotations.Nullable Integer item(
            Interaction interaction, List<Item> catalog, Map<String, Integer> index) {
        Integer item = index.get(interaction.targetId());
        if (item == null || interaction.targetType() == TargetType.ITEM) {
            return item;
        }
        boolean artist = interaction.targetType() == TargetType.ARTIST
                && catalog.get(item).kind().equals(ItemKind.ARTIST);
        return artist ? item : null;
    }

    private static void addSessions(List<Interaction> counted, Map<String, Integer> index, List<int[]> sessions) {
        List<Integer> session = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Interaction interaction : counted) {
            Integer item = index.get(interaction.targetId());
            if (item != null && interaction.type() == InteractionType.PLAY) {
                if (!session.isEmpty()
                        && Duration.between(last, interaction.time()).compareTo(PAUSE) > 0) {
                    close(session, sessions);
                }
                session.add(item);
                last = interaction.time();
            }
        }
        close(session, sessions);
    }

    private static void close(List<Integer> session, List<int[]> sessions) {
        if (session.stream().distinct().limit(2).count() == 2) {
            sessions.add(session.stream().mapToInt(Integer::intValue).toArray());
        }
        session.clear();
    }

    /** Returns how many listeners each item of a catalog has. */
    public int[] listeners(int catalogSize) {
        int[] counts = pairs.usersOfItems();
        int[] listeners = new int[catalogSize];
        for (int at = 0; at < items.length; at++) {
            listeners[items[at]] = counts[at];
        }
        return listeners;
    }
}
