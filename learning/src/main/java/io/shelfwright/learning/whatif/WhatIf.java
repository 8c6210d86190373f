package io.shelfwright.learning.whatif;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.engine.PageOdds;
import io.shelfwright.engine.PageOddsReader;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.learning.dataset.PageReactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Estimates from logged pages what a changed configuration, rule or model would have earned; see {@code docs/off-policy.md}.
 *
 * <p>Each page's request is asked again of an engine with the logged configuration, which must give the logged propensities, and
 * of one with the changed configuration, at the state and time of the page. Not thread-safe; the engines stay the caller's.
 */
public final class WhatIf {
    private static final int PROGRESS = 500;

    private final PageOddsReader logged;
    private final PageOddsReader changed;
    private final Options options;
    private final Consumer<String> progress;

    /**
     * How to estimate.
     *
     * @param reward what a card earns
     * @param unit what is independent
     * @param samePlace whether a shelf that moves to another row has no support there; otherwise its rewards are carried over by
     *     the examination of the rows
     * @param seeds draws of the cards before a slot over which the changed configuration's probabilities are averaged, from 1
     * @param attribution how long after a page a reaction belongs to it
     * @param snapshot snapshot to build the changed pages from, empty for that of each page
     */
    public record Options(
            Reward reward, Unit unit, boolean samePlace, int seeds, Attribution attribution, String snapshot) {
        public Options {
            if (seeds < 1) {
                throw new IllegalArgumentException("seeds is " + seeds + "; allowed is a number from 1");
            }
        }

        /** Returns a copy whose changed pages are built from another snapshot. */
        public Options snapshot(String value) {
            return new Options(reward, unit, samePlace, seeds, attribution, value);
        }
    }

    /** Tells what the cards of a page earned, in the order of its slots. */
    @FunctionalInterface
    public interface Rewards {
        double[] of(PageRecord page);
    }

    public WhatIf(PageOddsReader logged, PageOddsReader changed, Options options, Consumer<String> progress) {
        this.logged = logged;
        this.changed = changed;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Estimates.
     *
     * @param wanted which pages of the log to take
     * @throws io.shelfwright.api.ExperienceException if the log is damaged
     * @throws io.shelfwright.api.BadRequestException if no page can be weighed
     */
    public WhatIfReport estimate(ExperienceLogReader log, Predicate<PageRecord> wanted) {
        PageReactions reactions = PageReactions.read(log, options.attribution());
        return estimate(log, wanted, page -> reactions.of(page).stream()
                .mapToDouble(options.reward()::of)
                .toArray());
    }

    /** Estimates with rewards that are known from elsewhere than the log; otherwise as {@link #estimate}. */
    public WhatIfReport estimate(ExperienceLogReader log, Predicate<PageRecord> wanted, Rewards rewards) {
        WeighedPages pages = new WeighedPages();
        Set<List<String>> known = new HashSet<>();
        int[] count = new int[1];
        log.pages(record -> {
            List<String> key = List.of(record.page().userId(), record.page().requestId(), record.cursor());
            if (wanted.test(record) && known.add(key)) {
                weigh(record, rewards, pages);
                if (++count[0] % PROGRESS == 0) {
                    progress.accept(count[0] + " pages asked again");
                }
            }
        });
        return pages.report(options.reward().name(), options.unit());
    }

    private void weigh(PageRecord record, Rewards rewards, WeighedPages pages) {
        if (!record.page().degradations().isEmpty()) {
            pages.leaveOut("which were degraded when they were served");
            return;
        }
        try {
            PageOdds along = logged.along(record);
            new PageWeighing(record, along, new NewPage(changedOdds(record), options.samePlace()))
                    .weigh(rewards.of(record))
                    .ifPresentOrElse(
                            pages::add,
                            () -> pages.leaveOut("whose logged cards or propensities do not come out again"));
        } catch (ShelfwrightException e) {
            pages.leaveOut("which cannot be built again (" + reason(e) + ")");
        }
    }

    private List<PageOdds> changedOdds(PageRecord record) {
        String snapshot = options.snapshot().isEmpty() ? record.page().snapshot() : options.snapshot();
        List<PageOdds> odds = new ArrayList<>();
        for (int seed = 0; seed < options.seeds(); seed++) {
            odds.add(changed.of(record, snapshot, seed));
            if (odds.get(0).drawnShare() == 0) {
                break;
            }
        }
        return odds;
    }

    /** Pages fail for one reason in many words, so only the kind of trouble is counted. */
    static String reason(ShelfwrightException e) {
        return switch (e.getClass().getSimpleName()) {
            case "BadRequestException" -> "another configuration or other plugins";
            case "SnapshotException" -> "its snapshot is gone";
            case "UserStateException" -> "the user's state of that time is gone";
            default -> String.valueOf(e.getMessage());
        };
    }
}
