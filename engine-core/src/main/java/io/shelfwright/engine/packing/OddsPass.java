package io.shelfwright.engine.packing;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.Hashes;
import io.shelfwright.engine.request.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Tells the exact probabilities of the cards in every slot, drawn or not, given the cards before it; for one page.
 *
 * <p>Along a page that was shown, the cards before are those of the page. Otherwise they are drawn: with k drawn slots, those
 * of a slot are given k - 1 others, any of them equally likely, so that their mean over seeds is the marginal probability.
 */
final class OddsPass {
    private static final long ORDER = 0x0dd5L;

    private final ExplorationPass exploration;
    private final Visit visit;
    private final RankedCandidates ranked;
    private final List<RankedCandidates> trials;
    private final ShelfCandidates byShelf;
    private final RuleSheet rules;
    private final double[][] examination;

    OddsPass(
            ExplorationPass exploration,
            Visit visit,
            RankedCandidates ranked,
            List<RankedCandidates> trials,
            ShelfCandidates byShelf,
            RuleSheet rules,
            double[][] examination) {
        this.exploration = exploration;
        this.visit = visit;
        this.ranked = ranked;
        this.trials = trials;
        this.byShelf = byShelf;
        this.rules = rules;
        this.examination = examination;
    }

    PlacedOdds odds(PlacedCards placed, OddsChain chain) {
        List<Integer> eligible = exploration.eligible(placed);
        int drawn = Math.min(exploration.slots(), eligible.size());
        PlacedOdds.Slot[] slots = new PlacedOdds.Slot[placed.size()];
        for (int position = 0; position < slots.length; position++) {
            slots[position] = certain(placed, position, eligible.contains(position));
        }
        Map<String, String> shown = chain.shown();
        if (drawn > 0 && shown != null) {
            PlacedCards page = placed.copy();
            for (int position : eligible) {
                slots[position] = drawn(page, position, placed);
                show(page, position, shown.getOrDefault(key(placed, position), ""));
            }
        } else if (drawn > 0) {
            List<Integer> order = new ArrayList<>(eligible);
            SplittableRandom random = new SplittableRandom(
                    Hashes.mix(chain.seed(), Hashes.of(visit.context().requestId()), ORDER));
            for (int i = order.size() - 1; i > 0; i--) {
                Collections.swap(order, i, random.nextInt(i + 1));
            }
            // A slot among the first k is drawn with them; any other with the first k - 1.
            Set<Integer> first = new HashSet<>(order.subList(0, drawn));
            walk(placed, eligible, first, first, slots, random.split());
            Set<Integer> others = new HashSet<>(eligible);
            others.removeAll(first);
            walk(placed, eligible, new HashSet<>(order.subList(0, drawn - 1)), others, slots, random.split());
        }
        return new PlacedOdds(List.of(slots), eligible.size(), drawn);
    }

    /** Goes through the page once: draws some slots, and takes the odds of some. */
    private void walk(
            PlacedCards placed,
            List<Integer> eligible,
            Set<Integer> draws,
            Set<Integer> taken,
            PlacedOdds.Slot[] slots,
            SplittableRandom random) {
        PlacedCards page = placed.copy();
        for (int position : eligible) {
            if (draws.contains(position) || taken.contains(position)) {
                PlacedOdds.Slot odds = drawn(page, position, placed);
                if (taken.contains(position)) {
                    slots[position] = odds;
                }
                if (draws.contains(position)) {
                    show(page, position, pick(odds, random.nextDouble()));
                }
            }
        }
    }

    private static String pick(PlacedOdds.Slot odds, double uniform) {
        double cumulative = 0;
        for (int i = 0; i < odds.probabilities().length; i++) {
            cumulative += odds.probabilities()[i];
            if (uniform < cumulative) {
                return odds.items().get(i);
            }
        }
        return odds.packed();
    }

    private PlacedOdds.Slot certain(PlacedCards placed, int position, boolean eligible) {
        int candidate = placed.candidate(position);
        List<double[]> certainly = new ArrayList<>();
        trials.forEach(trial -> certainly.add(new double[] {1}));
        return slot(
                placed,
                position,
                eligible,
                List.of(item(candidate)),
                new double[] {1},
                new double[] {ranked.scores()[candidate]},
                certainly);
    }

    private PlacedOdds.Slot drawn(PlacedCards page, int position, PlacedCards placed) {
        FeasibleCards feasible = exploration.feasible(visit, ranked, byShelf, rules, page, position);
        if (feasible.size() < 2 || feasible.best() < 0) {
            return certain(placed, position, true);
        }
        double[] all = probabilities(feasible);
        List<String> items = new ArrayList<>();
        double[] probabilities = new double[all.length];
        double[] scores = new double[all.length];
        int size = 0;
        for (int card = 0; card < all.length; card++) {
            if (all[card] > 0) {
                int candidate = feasible.candidate(card);
                items.add(item(candidate));
                probabilities[size] = Math.min(1, all[card]);
                scores[size++] = ranked.scores()[candidate];
            }
        }
        List<double[]> tried = new ArrayList<>();
        for (RankedCandidates trial : trials) {
            tried.add(probabilities(feasible.scored(all, ranked.utilities(), trial.utilities())));
        }
        return slot(
                placed, position, true, items, Arrays.copyOf(probabilities, size), Arrays.copyOf(scores, size), tried);
    }

    private double[] probabilities(FeasibleCards feasible) {
        return visit.generation()
                .exploration()
                .plugin()
                .probabilities(feasible)
                .orElseThrow(() -> new PluginException("exploration policy '"
                        + visit.generation().exploration().name()
                        + "' cannot tell its probabilities; it needs ExplorationPolicy.probabilities"));
    }

    private PlacedOdds.Slot slot(
            PlacedCards placed,
            int position,
            boolean eligible,
            List<String> items,
            double[] probabilities,
            double[] scores,
            List<double[]> tried) {
        var slot = placed.slot(position);
        return new PlacedOdds.Slot(
                slot.row(),
                slot.column(),
                slot.shelf().id(),
                examination[slot.row()][slot.column()],
                eligible,
                item(placed.candidate(position)),
                items,
                probabilities,
                scores,
                tried);
    }

    /** Puts an item into a slot if it is a candidate of the shelf; otherwise the slot stays as it was packed. */
    private void show(PlacedCards page, int position, String item) {
        int shelf = ranked.candidates().shelfIndex(page.candidate(position));
        for (int candidate : byShelf.of(shelf)) {
            if (item(candidate).equals(item)) {
                page.set(position, candidate, ranked.candidates().itemIndex(candidate));
                return;
            }
        }
    }

    private String item(int candidate) {
        return ranked.candidates().item(candidate).id();
    }

    private static String key(PlacedCards placed, int position) {
        return OddsChain.key(placed.slot(position).row(), placed.slot(position).column());
    }
}
