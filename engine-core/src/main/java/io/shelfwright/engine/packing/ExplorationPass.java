package io.shelfwright.engine.packing;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.ExplorationSettings;
import io.shelfwright.engine.plugins.Fault;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.Pending.Outcome;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.plugins.Round;
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
import java.util.function.Consumer;

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

    @Inject
    ExplorationPass(PluginCalls calls, PropensityMonitor monitor, EngineConfig config) {
        this.calls = calls;
        this.monitor = monitor;
        settings = config.exploration().settings();
        deadline = config.deadlines().rule();
    }

    /**
     * The page after the draws.
     *
     * @param cards with the drawn cards in their slots
     * @param draws how a slot's card was chosen, by position
     * @param arm the policy that drew, empty where nothing was drawn
     * @param rulesHang whether the placement rules were given up and may still be running
     */
    record Explored(PlacedCards cards, Map<Integer, Draw> draws, String arm, boolean rulesHang) {}

    /**
     * Draws the cards of all exploration slots, or of none: where the policy or a rule fails, the page stays as it was packed,
     * so that building it again without them gives the same page.
     */
    Explored explore(
            Visit visit,
            RankedCandidates ranked,
            ShelfCandidates byShelf,
            RuleSheet rules,
            Round<PlacementRule> round,
            PlacedCards placed,
            Duration patience) {
        Explored unexplored = new Explored(placed, Map.of(), "", false);
        Instance<ExplorationPolicy> policy = visit.generation().exploration();
        int[] slots = declared(visit, placed);
        if (visit.skips(STAGE, policy.name()) || slots.length == 0) {
            return unexplored;
        }
        // Rules are asked about every card that could be drawn, so they run behind the guard here too, on a copy of the
        // page.
        List<Degradation> told = new ArrayList<>();
        rules.changeThread();
        Outcome<Explored> outcome = round.run(patience, rules::giveUp, () -> {
            PlacedCards trial = placed.copy();
            Map<Integer, Draw> draws = new HashMap<>();
            boolean done = draw(policy, visit, ranked, byShelf, rules, trial, slots, draws, told::add);
            return done && !draws.isEmpty() ? new Explored(trial, draws, policy.name(), false) : unexplored;
        });
        Fault fault = outcome.fault();
        Explored explored = outcome.result();
        if (explored == null || fault != null) {
            String busy = rules.giveUp();
            visit.journal()
                    .leftOut(calls.failure(
                            STAGE,
                            policy.name(),
                            fault == null ? "failed" : fault.code(),
                            (fault == null ? "" : fault.message()) + " while placement rule '" + busy + "' was asked"));
            return new Explored(placed, Map.of(), "", true);
        }
        told.forEach(visit.journal()::leftOut);
        if (!visit.rerun().again()) {
            explored.draws().values().stream()
                    .filter(Draw::explored)
                    .forEach(draw -> monitor.drawn(draw.propensity(), draw.supportSize()));
        }
        return explored;
    }

    private boolean draw(
            Instance<ExplorationPolicy> policy,
            Visit visit,
            RankedCandidates ranked,
            ShelfCandidates byShelf,
            RuleSheet rules,
            PlacedCards placed,
            int[] slots,
            Map<Integer, Draw> draws,
            Consumer<Degradation> told) {
        for (int position : slots) {
            // What an earlier draw chose changes what is feasible here, so only the first draw's marginal has a closed
            // form.
            boolean first = draws.isEmpty();
            FeasibleCards feasible = feasible(visit, ranked, byShelf, rules, placed, position);
            if (feasible.size() > 1 && feasible.best() >= 0) {
                Optional<Choice> choice = choose(policy, visit, position, feasible, told);
                if (choice.isEmpty()) {
                    return false;
                }
                if (choice.get().supportSize() > 1) {
                    int candidate = feasible.candidate(choice.get().card());
                    placed.set(position, candidate, ranked.candidates().itemIndex(candidate));
                    double propensity = choice.get().propensity();
                    double marginal = first ? propensity : Double.NaN;
                    draws.put(
                            position,
                            new Draw(propensity, marginal, choice.get().supportSize(), true));
                    continue;
                }
            }
            if (!first) {
                draws.put(position, new Draw(1, Double.NaN, 1, false));
            }
        }
        return true;
    }

    /** Returns the positions that may be exploration slots. */
    List<Integer> eligible(PlacedCards placed) {
        List<Integer> eligible = new ArrayList<>();
        int last = Math.min(settings.lastPosition(), placed.size() - 1);
        for (int position = settings.firstPosition(); position <= last; position++) {
            var shelf = placed.slot(position).shelf();
            if (shelf.pinnedRow() < 0 && !settings.excludedShelves().contains(shelf.id())) {
                eligible.add(position);
            }
        }
        return eligible;
    }

    /** Returns how many of the eligible positions are drawn. */
    int slots() {
        return settings.slots();
    }

    /** Returns the exploration slots of this page, a function of request and configuration alone. */
    private int[] declared(Visit visit, PlacedCards placed) {
        List<Integer> eligible = eligible(placed);
        SplittableRandom random = new SplittableRandom(Hashes.mix(
                visit.context().seed(),
                Hashes.of(visit.context().requestId()),
                Hashes.of(visit.generation().configurationHash())));
        int[] declared = new int[Math.min(settings.slots(), eligible.size())];
        for (int i = 0; i < declared.length; i++) {
            declared[i] = eligible.remove(random.nextInt(eligible.size()));
        }
        Arrays.sort(declared);
        return declared;
    }

    FeasibleCards feasible(
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

    /** Returns what the policy chose, empty when it failed or chose nonsense. */
    private Optional<Choice> choose(
            Instance<ExplorationPolicy> policy,
            Visit visit,
            int position,
            FeasibleCards feasible,
            Consumer<Degradation> told) {
        SplittableRandom random = new SplittableRandom(
                Hashes.mix(visit.context().seed(), Hashes.of(visit.context().requestId()), 0x5107L + position));
        return calls.call(
                visit.call(STAGE, policy, deadline),
                () -> policy.plugin().choose(feasible, random),
                drawn -> fault(drawn, feasible),
                told);
    }

    private static Optional<Fault> fault(Choice drawn, FeasibleCards feasible) {
        return sane(drawn, feasible)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "bad-choice",
                        "chose card " + drawn.card() + " of " + feasible.size() + " with propensity "
                                + drawn.propensity() + " and support " + drawn.supportSize()
                                + "; the best card was taken"));
    }

    private static boolean sane(Choice drawn, FeasibleCards feasible) {
        return drawn.card() >= 0
                && drawn.card() < feasible.size()
                && drawn.propensity() > 0
                && drawn.propensity() <= 1
                && drawn.supportSize() >= 1
                && drawn.supportSize() <= feasible.size();
    }
}
