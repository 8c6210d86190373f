package io.shelfwright.sample.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The listeners whose page may be looked at; implementations are thread-safe. */
public interface DemoListeners {

    /**
     * Someone to pick.
     *
     * @param id the engine's user id
     * @param label for people, parts joined by {@code " - "}, such as {@code Ida - Nordic folk, jazz - SE}
     */
    record Listener(String id, String label) {}

    /** Returns all of them in the order in which they shall be offered; the first is shown where none is asked for. */
    List<Listener> all();

    /** Returns whether there is a listener of this id. */
    boolean knows(String id);

    /** Returns the first listeners whose id or label contains every word of the text, in any case. */
    default List<Listener> matching(String text, int limit) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<Listener> found = new ArrayList<>();
        for (Listener listener : all()) {
            if (found.size() == limit) {
                break;
            }
            String searched = (listener.id() + ' ' + listener.label()).toLowerCase(Locale.ROOT);
            boolean matches = true;
            for (String word : words) {
                matches &= searched.contains(word);
            }
            if (matches) {
                found.add(listener);
            }
        }
        return found;
    }

    /** Returns a fixed list as it stands now. */
    static DemoListeners of(List<Listener> listeners) {
        return new FixedListeners(listeners);
    }
}
