package io.shelfwright.engine.packing;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.ExplorationSettings;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.Hashes;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.ExplorationPolicy.Choice;
import io.shelfwright.spi.PlacementRule;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws the cards of the declared exploration slots, in reading order, after the page was packed.
 *
 * <p>Which slots those are is fixed before any draw. Each draw is over the cards that are feasible at that moment, given
 * the cards before and after the slot, so the propensity is exact (masked sequential Plackett-Luce with the default
 * policy). Nothing changes the page afterwards.
 */
final class ExplorationPass {
    private static final String STAGE = "exploration";

    private final PluginCalls calls;
    private final PropensityMonitor monitor;
    private final ExplorationSettings settings;
    private final Duration deadline;
    private final String configHash;

    @Inject
    ExplorationPass(PluginCalls calls, PropensityMonitor monitor, EngineConfig config) {
        this.calls = calls;
        this.monitor = monitor;
        settings = config.exploration().settings();
        deadline = config.deadlines().rule();
        configHash = config.hash();
    }

    /** Draws cards and returns, by position, how each slot's card was chosen. */
    Map<Integer, Draw> explore(
            Visit visit, RankedCandidates ranked, ShelfCandidates byShelf, RuleSheet rules, PlacedCards placed) {
        Map<Integer, Draw> draws = new HashMap<>();
        Instance<ExplorationPolicy> policy = visit.generation().exploration();
        if (visit.rerun().skips(policy.name())) {
            return draws;
        }
        for (int position : declared(visit, placed)) {
            FeasibleCards feasible = feasible(visit, ranked, byShelf, rules, placed, position);
            if (feasible.size() > 1 && feasible.best() >= 0) {
                draw(policy, visit, ranked, placed, position, feasible).ifPresent(draw -> draws.put(position, draw));
            }
        }
        return draws;
    }

    /** Returns the exploration slots of this page, a function of request and configuration alone. */
    private int[] declared(Visit visit, PlacedCards placed) {
        List<Integer> eligible = new ArrayList<>();
        int last = Math.min(settings.lastPosition(), placed.size() - 1);
        for (int position = settings.firstPosition(); position <= last; position++) {
            var shelf = placed.slot(position).shelf();
            if (shelf.pinnedRow() < 0 && !settings.excludedShelves().contains(shelf.id())) {
                eligible.add(position);
            }
        }
        SplittableRandom random = new SplittableRandom(
                Hashes.mix(visit.context().seed(), Hashes.of(visit.context().requestId()), Hashes.of(configHash)));
        int[] declared = new int[Math.min(settings.slots(), eligible.size())];
        for (int i = 0; i < declared.length; i++) {
            declared[i] = eligible.remove(random.nextInt(eligible.size()));
        }
        Arrays.sort(declared);
        return declared;
    }

    private FeasibleCards feasible(
            Visit visit,
            RankedCandidates ranked,
            ShelfCandidates byShelf,
            RuleSheet rules,
            PlacedCards placed,
            int position) {
        int current = placed.candidate(position);
        int shelf = ranked.candidates().shelfIndex(current);
        var elsewhere = new java.util.HashSet<Integer>();
        for (int p = 0; p < placed.size(); p++) {
            if (p != position) {
                elsewhere.add(placed.item(p));
            }
        }
        RuleSheet.SlotRules here = rules.forSlot(placed.prefix(position), placed.slot(position), false);
        FeasibleCards feasible = new FeasibleCards(visit, byShelf.of(shelf).length);
        int currentItem = placed.item(position);
        for (int candidate : byShelf.of(shelf)) {
            int item = ranked.candidates().itemIndex(candidate);
            if (elsewhere.contains(item)) {
                continue;
            }
            double penalty = here.penalty(item, rules.size());
            if (penalty == PlacementRule.FORBIDDEN) {
                continue;
            }
            placed.set(position, candidate, item);
            if (candidate == current || laterCardsStayAllowed(rules, placed, position)) {
                feasible.add(candidate, item, Math.log(ranked.utilities()[candidate]) - penalty, candidate == current);
            }
        }
        placed.set(position, current, currentItem);
        return feasible;
    }

    /** Window rules look both ways: a card must also leave the fixed cards after it allowed. */
    private static boolean laterCardsStayAllowed(RuleSheet rules, PlacedCards placed, int position) {
        int last = Math.min(placed.size() - 1, position + Math.min(rules.window(), placed.size()));
        for (int later = position + 1; later <= last; later++) {
            RuleSheet.SlotRules there = rules.forSlot(placed.prefix(later), placed.slot(later), true);
            if (there.penalty(placed.item(later), rules.size()) == PlacementRule.FORBIDDEN) {
                return false;
            }
        }
        return true;
    }

    private Optional<Draw> draw(
            Instance<ExplorationPolicy> policy,
            Visit visit,
            RankedCandidates ranked,
            PlacedCards placed,
            int position,
            FeasibleCards feasible) {
        SplittableRandom random = new SplittableRandom(
                Hashes.mix(visit.context().seed(), Hashes.of(visit.context().requestId()), 0x5107L + position));
        Optional<Choice> choice = calls.call(
                STAGE,
                policy.name(),
                deadline,
                () -> policy.plugin().choose(feasible, random),
                visit.journal()::degraded);
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        Choice drawn = choice.get();
        boolean sane = drawn.card() >= 0
                && drawn.card() < feasible.size()
                && drawn.propensity() > 0
                && drawn.propensity() <= 1
                && drawn.supportSize() >= 1
                && drawn.supportSize() <= feasible.size();
        if (!sane) {
            visit.journal()
                    .degraded(calls.failure(
                            STAGE,
                            policy.name(),
                            "bad-choice",
                            "chose card " + drawn.card() + " of " + feasible.size() + " with propensity "
                                    + drawn.propensity() + " and support " + drawn.supportSize()
                                    + "; the best card was taken"));
            return Optional.empty();
        }
        if (drawn.supportSize() == 1) {
            return Optional.empty();
        }
        monitor.drawn(drawn.propensity(), drawn.supportSize());
        int candidate = feasible.candidate(drawn.card());
        placed.set(position, candidate, ranked.candidates().itemIndex(candidate));
        return Optional.of(new Draw(drawn.propensity(), drawn.supportSize(), true));
    }
}
