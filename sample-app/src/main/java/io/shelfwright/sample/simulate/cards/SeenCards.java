package io.shelfwright.sample.simulate.cards;

import java.util.Arrays;

/** How often each listener saw and streamed a card, for the few cards that each has seen. Not thread-safe. */
final class SeenCards {
    private static final int NONE = -1;

    private final int[] lastOfUser;
    private int[] users = new int[1024];
    private int[] cards = new int[1024];
    private int[] views = new int[1024];
    private int[] streams = new int[1024];
    private int[] before = new int[1024];
    private int size;
    private final long cardCount;
    private int[] table = filled(4096);

    SeenCards(int userCount, int cardCount) {
        lastOfUser = filled(userCount);
        this.cardCount = cardCount;
    }

    private static int[] filled(int size) {
        int[] filled = new int[size];
        Arrays.fill(filled, NONE);
        return filled;
    }

    void add(int user, int card, boolean streamed) {
        int entry = entry(user, card);
        views[entry]++;
        if (streamed) {
            streams[entry]++;
        }
    }

    private int entry(int user, int card) {
        int place = place(user, card);
        if (table[place] != NONE) {
            return table[place];
        }
        if (size == users.length) {
            users = Arrays.copyOf(users, 2 * size);
            cards = Arrays.copyOf(cards, 2 * size);
            views = Arrays.copyOf(views, 2 * size);
            streams = Arrays.copyOf(streams, 2 * size);
            before = Arrays.copyOf(before, 2 * size);
        }
        users[size] = user;
        cards[size] = card;
        before[size] = lastOfUser[user];
        lastOfUser[user] = size;
        table[place] = size;
        size++;
        if (2 * size > table.length) {
            table = filled(2 * table.length);
            for (int i = 0; i < size; i++) {
                table[place(users[i], cards[i])] = i;
            }
        }
        return size - 1;
    }

    private int place(int user, int card) {
        long hash = (user * cardCount + card) * 0x9E3779B97F4A7C15L;
        int place = (int) (hash >>> 32) & (table.length - 1);
        while (table[place] != NONE && (users[table[place]] != user || cards[table[place]] != card)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** Returns the number of pairs of a listener and a card they saw; pairs are numbered from 0 in the order of first views. */
    int size() {
        return size;
    }

    int user(int pair) {
        return users[pair];
    }

    int card(int pair) {
        return cards[pair];
    }

    int views(int pair) {
        return views[pair];
    }

    int streams(int pair) {
        return streams[pair];
    }

    /** Returns a listener's latest pair, negative where there is none. */
    int last(int user) {
        return lastOfUser[user];
    }

    /** Returns the same listener's pair before this one, negative where there is none. */
    int before(int pair) {
        return before[pair];
    }
}
