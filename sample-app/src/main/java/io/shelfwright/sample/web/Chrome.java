package io.shelfwright.sample.web;

import io.shelfwright.sample.web.DemoListeners.Listener;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param title title of the window
 * @param worldNote what the data are, empty where nothing is to be said
 * @param address page that is looked at; its user is empty where there is none
 * @param offered listeners offered while typing
 * @param listeners number of all listeners
 */
record Chrome(String title, String worldNote, PageAddress address, List<Listener> offered, int listeners) {
    /** The rest is found by searching; a page that lists thousands is slow to load. */
    private static final int OFFERED = 300;

    static Chrome of(String title, String worldNote, PageAddress address, DemoListeners listeners) {
        List<Listener> all = listeners.all();
        return new Chrome(title, worldNote, address, all.subList(0, Math.min(OFFERED, all.size())), all.size());
    }
}
