package io.shelfwright.learning.whatif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.PageOdds;
import io.shelfwright.engine.SlotOdds;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.learning.dataset.PageReactions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Estimates what the explored slots of logged pages would have earned if a model had drawn their cards, against another model.
 *
 * <p>Every page is built again at the state, the clock and the snapshot it was served with. In an explored slot card a was
 * drawn with the logged probability mu(a), given the cards before it; pi(a) is the probability with which the same exploration
 * policy draws it from the same cards by the utilities of the model. So each explored slot is a round of a contextual bandit
 * with full support, and the weight is {@code pi(a) / mu(a)}. Both models are weighed on the same pages; what they would do
 * to the order of shelves, and to slots that are not explored, is not estimated.
 *
 * <p>A sharp policy that differs much from the one that logged has weights that no verdict can rest on. Then a step towards it
 * is judged instead: of the policies {@code mu(a)^(1-s) pi(a)^s}, normalised and with a tenth of mu in pi, the one with the greatest step s of 1, 1/2, 1/4
 * and 1/8 whose weights pass the guards. Rewards take no part in that choice. Not thread-safe; the engine and the models stay the
 * caller's.
 */
public final class ModelTrial {
    private static final double SAME = 1e-9;
    private static final double LEAST_STEP = 0.125;
    private static final int PROGRESS = 500;

    private final Odds engine;
    private final Reward reward;
    private final Attribution attribution;
    private final int mostPages;
    private final Consumer<String> progress;

    /** Tells what could be in each slot of a logged page; {@code PageOddsReader::along} does. */
    @FunctionalInterface
    public interface Odds {
        /**
         * Returns the odds of a page by the configuration it was served with, and what models would draw.
         *
         * @throws ShelfwrightException if the page cannot be built again
         */
        PageOdds along(PageRecord record, List<TrialModel> models);
    }

    /**
     * What came of a trial.
     *
     * @param step how far from what was logged to the policies of the models, up to 1
     * @param report the estimates
     * @param slates {@code sips} and {@code rips} of the model's policy, with their own guards
     */
    public record Outcome(double step, WhatIfReport report, ObjectNode slates) {}

    /**
     * Makes a trial.
     *
     * @param reward what a card earns
     * @param attribution how long after a page a reaction belongs to it
     * @param mostPages pages to build again, the newest ones, at least 1
     */
    public ModelTrial(Odds engine, Reward reward, Attribution attribution, int mostPages, Consumer<String> progress) {
        this.engine = engine;
        this.reward = reward;
        this.attribution = attribution;
        this.mostPages = mostPages;
        this.progress = progress;
    }

    /**
     * Estimates; the difference of the report is that of the first model from the second, or from what was logged.
     *
     * @param wanted which pages of the log to take; those without an explored slot are not counted
     * @param models the model to judge, and if there is one, that in use
     * @throws io.shelfwright.api.ExperienceException if the log is damaged
     * @throws io.shelfwright.api.BadRequestException if no page can be weighed
     */
    public Outcome estimate(ExperienceLogReader log, Predicate<PageRecord> wanted, List<TrialModel> models) {
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        List<ExploredPage> pages = new ArrayList<>();
        PageReactions reactions = PageReactions.read(log, attribution);
        int count = 0;
        for (PageRecord page : newest(log, wanted)) {
            explored(page, reactions, models, leftOut).ifPresent(pages::add);
            if (++count % PROGRESS == 0) {
                progress.accept(count + " explored pages asked again");
            }
        }
        double step = 1;
        WhatIfReport report = report(pages, step, models.size(), leftOut);
        while (!report.refusals().isEmpty() && step > LEAST_STEP) {
            step /= 2;
            report = report(pages, step, models.size(), leftOut);
        }
        double chosen = step;
        List<WeighedPage> weighed =
                pages.stream().map(page -> page.weighed(0, chosen)).toList();
        return new Outcome(chosen, report, SlateTerms.of(weighed, Unit.USER).json());
    }

    private WhatIfReport report(List<ExploredPage> pages, double step, int models, Map<String, Integer> leftOut) {
        WeighedPages first = new WeighedPages();
        leftOut.forEach(first::leaveOut);
        pages.forEach(page -> first.add(page.weighed(0, step)));
        if (models < 2) {
            return first.report(reward.name(), Unit.USER);
        }
        WeighedPages second = new WeighedPages();
        pages.forEach(page -> second.add(page.weighed(1, step)));
        return first.reportAgainst(second, reward.name(), Unit.USER);
    }

    private List<PageRecord> newest(ExperienceLogReader log, Predicate<PageRecord> wanted) {
        Deque<PageRecord> pages = new ArrayDeque<>();
        Set<List<String>> known = new HashSet<>();
        log.pages(page -> {
            List<String> key = List.of(page.page().userId(), page.page().requestId(), page.cursor());
            if (page.slots().stream().anyMatch(ModelTrial::drawn) && wanted.test(page) && known.add(key)) {
                pages.add(page);
                if (pages.size() > mostPages) {
                    pages.remove();
                }
            }
        });
        return new ArrayList<>(pages);
    }

    private static boolean drawn(SlotRecord slot) {
        return slot.explored() && slot.propensityValid();
    }

    private Optional<ExploredPage> explored(
            PageRecord page, PageReactions reactions, List<TrialModel> models, Map<String, Integer> leftOut) {
        if (!page.page().degradations().isEmpty()) {
            leftOut.merge("which were degraded when they were served", 1, Integer::sum);
            return Optional.empty();
        }
        Map<String, SlotOdds> places = new HashMap<>();
        try {
            engine.along(page, models).slots().forEach(slot -> places.put(slot.row() + "/" + slot.column(), slot));
        } catch (ShelfwrightException e) {
            leftOut.merge("which cannot be built again (" + WhatIf.reason(e) + ")", 1, Integer::sum);
            return Optional.empty();
        }
        List<ExploredSlot> explored = new ArrayList<>();
        List<List<Interaction>> done = reactions.of(page);
        for (int i = 0; i < page.slots().size(); i++) {
            SlotRecord slot = page.slots().get(i);
            if (drawn(slot)) {
                SlotOdds place = places.get(slot.row() + "/" + slot.column());
                int card = place == null ? -1 : card(place, slot);
                if (place == null || card < 0) {
                    leftOut.merge("whose logged cards or propensities do not come out again", 1, Integer::sum);
                    return Optional.empty();
                }
                explored.add(new ExploredSlot(place, card, reward.of(done.get(i))));
            }
        }
        return Optional.of(new ExploredPage(page.page().userId(), page.page().requestId(), explored));
    }

    /** Returns the position of the card that was shown, -1 where it does not come out with its logged propensity. */
    private static int card(SlotOdds odds, SlotRecord shown) {
        for (int card = 0; card < odds.cards().size(); card++) {
            if (odds.cards().get(card).itemId().equals(shown.itemId())) {
                return Math.abs(odds.cards().get(card).probability() - shown.propensity()) <= SAME ? card : -1;
            }
        }
        return -1;
    }
}
