package io.shelfwright.learning.watch;

import java.util.List;

/**
 * What one window showed.
 *
 * @param snapshot version that built its pages
 * @param ranker that scored them
 * @param window number of the window of this snapshot and ranker, from 1
 * @param pages how many pages
 * @param bad measures that were too far in this window
 * @param alarms those of which an alarm is on: raised by as many bad windows in a row as {@link WatchSettings#strikes()} and not yet
 *     ended by one that is well within the limit
 */
public record WatchReport(
        String snapshot, String ranker, int window, int pages, List<WatchFinding> bad, List<WatchFinding> alarms) {
    public WatchReport {
        bad = List.copyOf(bad);
        alarms = List.copyOf(alarms);
    }
}
