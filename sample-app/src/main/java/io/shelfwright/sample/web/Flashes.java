package io.shelfwright.sample.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is to be said until the next page says it; thread-safe.
 *
 * <p>The address carries a number, never the sentence: a link from elsewhere cannot put words on the page.
 */
final class Flashes {
    private static final int WAITING = 256;

    private final AtomicLong next = new AtomicLong();
    private final Map<String, Flash> flashes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Flash> eldest) {
            return size() > WAITING;
        }
    };

    String keep(Flash flash) {
        String token = Long.toString(next.incrementAndGet());
        synchronized (flashes) {
            flashes.put(token, flash);
        }
        return token;
    }

    /** Returns the sentence and forgets it; null where there is none for this user. */
    @Nullable
    Flash take(String token, String user) {
        synchronized (flashes) {
            Flash flash = flashes.get(token);
            if (flash == null || !flash.user().equals(user)) {
                return null;
            }
            flashes.remove(token);
            return flash;
        }
    }
}
