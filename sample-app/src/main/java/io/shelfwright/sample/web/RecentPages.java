package io.shelfwright.sample.web;

import io.shelfwright.api.HomePage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the pages served last, so that what is said about a card is said about the page it was on; thread-safe. */
final class RecentPages {
    private static final int PAGES = 512;

    private final Map<Key, HomePage> pages = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, HomePage> eldest) {
            return size() > PAGES;
        }
    };

    private record Key(String user, String requestId) {}

    synchronized void remember(HomePage page) {
        pages.put(new Key(page.userId(), page.requestId()), page);
    }

    synchronized Optional<HomePage> find(String user, String requestId) {
        return Optional.ofNullable(pages.get(new Key(user, requestId)));
    }
}
