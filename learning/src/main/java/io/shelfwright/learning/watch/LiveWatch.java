package io.shelfwright.learning.watch;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.ExperienceSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Holds live pages against what their model was trained on, window after window, for each snapshot and ranker by itself: an experience
 * sink that a host adds to its engine. Called from one thread, as sinks are.
 *
 * <p>An alarm is raised by some bad windows in a row and ended by one that is well within the limit, so that a measure that swings
 * around its limit neither rings without end nor goes on and off. Calibration looks at cards that are known to have been seen, and at
 * what their users did until as many pages had come as a window has; where nobody reports impressions it says nothing. Pages of
 * models without {@value ReferenceStatistics#FILE} are passed over. Nothing of a user is kept after erasure.
 */
public final class LiveWatch implements ExperienceSink {
    private final BiFunction<String, String, Optional<ReferenceStatistics>> references;
    private final WatchSettings settings;
    private final Consumer<WatchReport> told;
    private final Map<Served, Optional<Watched>> watched = new LinkedHashMap<>();
    private final Map<PageId, Pending> pending = new LinkedHashMap<>();

    private record Served(String snapshot, String ranker) {}

    private record PageId(String userId, String requestId) {}

    /** A page whose cards may still get reactions. */
    private record Pending(Served served, Map<String, Double> predictions, Set<String> seen, Set<String> positive) {}

    /** What is known of one snapshot and ranker. */
    private static final class Watched {
        private final ReferenceStatistics reference;
        private final Map<String, Integer> strikes = new TreeMap<>();
        private final Map<String, WatchFinding> alarms = new TreeMap<>();
        private LiveWindow window;
        private int windows;

        Watched(ReferenceStatistics reference) {
            this.reference = reference;
            window = new LiveWindow(reference);
        }
    }

    /**
     * Makes a watch.
     *
     * @param references gives the reference of a snapshot's version and a ranker, asked once for each
     * @param told given the report of each window
     */
    public LiveWatch(
            BiFunction<String, String, Optional<ReferenceStatistics>> references,
            WatchSettings settings,
            Consumer<WatchReport> told) {
        this.references = references;
        this.settings = settings;
        this.told = told;
    }

    @Override
    public void page(PageRecord page) {
        Served served = new Served(page.page().snapshot(), page.page().ranker());
        Optional<Watched> own = watched.computeIfAbsent(
                served, one -> references.apply(one.snapshot(), one.ranker()).map(Watched::new));
        own.ifPresent(known -> take(page, served, known));
    }

    private void take(PageRecord page, Served served, Watched own) {
        PageId id = new PageId(page.page().userId(), page.page().requestId());
        if (pending.containsKey(id)) {
            return; // a record may come twice
        }
        Map<String, Double> predictions = new HashMap<>();
        for (SlotRecord slot : page.slots()) {
            predictions.put(slot.itemId(), slot.score());
        }
        pending.put(id, new Pending(served, predictions, new TreeSet<>(), new TreeSet<>()));
        if (pending.size() > settings.window()) {
            Iterator<Pending> oldest = pending.values().iterator();
            Pending settled = oldest.next();
            oldest.remove();
            settle(settled);
        }
        own.window.page(page);
        if (own.window.pages() >= settings.window()) {
            close(served, own);
        }
    }

    @Override
    public void interaction(Interaction interaction) {
        Pending page = pending.get(new PageId(interaction.userId(), interaction.requestId()));
        if (page == null || interaction.targetType() != TargetType.ITEM) {
            return;
        }
        String item = interaction.targetId();
        if (page.predictions.containsKey(item) && interaction.type() != InteractionType.UNDO) {
            page.seen.add(item);
            if (interaction.type().isPositive()) {
                page.positive.add(item);
            }
        }
    }

    @Override
    public boolean erase(String userId) {
        pending.keySet().removeIf(page -> page.userId().equals(userId));
        return true;
    }

    /**
     * Closes windows that are not full, such as at the end of a log.
     *
     * @param leastPages pages from which a window is worth it
     */
    public void finish(int leastPages) {
        new ArrayList<>(pending.values()).forEach(this::settle);
        pending.clear();
        watched.forEach((served, own) ->
                own.filter(one -> one.window.pages() >= leastPages).ifPresent(one -> close(served, one)));
    }

    /** A page without any sign that it was seen says nothing of calibration. */
    private void settle(Pending page) {
        watched.getOrDefault(page.served, Optional.empty()).ifPresent(own -> {
            for (String item : page.seen) {
                own.window.seen(page.predictions.getOrDefault(item, 0.0), page.positive.contains(item));
            }
        });
    }

    private void close(Served served, Watched own) {
        List<WatchFinding> bad = new ArrayList<>();
        for (WatchFinding finding : own.window.findings(settings)) {
            String key = finding.key();
            if (finding.bad()) {
                bad.add(finding);
                if (own.strikes.merge(key, 1, Integer::sum) >= settings.strikes()) {
                    own.alarms.put(key, finding);
                }
            } else if (finding.clear()) {
                own.strikes.remove(key);
                own.alarms.remove(key);
            } else if (!own.alarms.containsKey(key)) {
                own.strikes.remove(key);
            }
        }
        own.windows++;
        int pages = own.window.pages();
        own.window = new LiveWindow(own.reference);
        told.accept(new WatchReport(
                served.snapshot(), served.ranker(), own.windows, pages, bad, List.copyOf(own.alarms.values())));
    }
}
