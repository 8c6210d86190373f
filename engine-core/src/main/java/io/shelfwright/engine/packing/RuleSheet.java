package io.shelfwright.engine.packing;

import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The placement rules of one request, and which of them broke; used by one thread at a time, {@link #giveUp()} by another.
 *
 * <p>A rule that throws, or returns NaN or a negative penalty, is left out from then on.
 */
final class RuleSheet {
    private final List<Instance<PlacementRule>> rules;
    private final Map<String, Throwable> broken = new TreeMap<>();
    private final Map<String, Integer> relaxed = new TreeMap<>();
    private final Set<String> told = new HashSet<>();
    private volatile String busy = "";
    private volatile boolean givenUp;
    private @Nullable ClassLoader loader;

    RuleSheet(List<Instance<PlacementRule>> rules) {
        this.rules = new ArrayList<>(rules);
    }

    int size() {
        return rules.size();
    }

    /** Makes the thread that asks the rules end before it asks the next one; returns the one that it is asking just now. */
    String giveUp() {
        givenUp = true;
        return busy;
    }

    /** Returns the rules that broke so far. */
    Set<String> broken() {
        return broken.keySet();
    }

    /** Called before a rule is, on the thread that asks it. */
    private void enter(Instance<PlacementRule> rule) {
        busy = rule.name();
        if (givenUp) {
            throw new CancellationException("the page went on without its placement rules");
        }
        ClassLoader own = rule.guard().loader();
        if (own != loader) {
            loader = own;
            Thread.currentThread().setContextClassLoader(own);
        }
    }

    /** Called when another thread is going to ask the rules. */
    void changeThread() {
        loader = null;
        busy = "";
    }

    /** Returns what each rule threw that broke since the last call. */
    Map<String, Throwable> takeBroken() {
        Map<String, Throwable> news = new TreeMap<>(broken);
        news.keySet().removeAll(told);
        told.addAll(news.keySet());
        return news;
    }

    /** Returns in how many slots each rule had to be relaxed. */
    Map<String, Integer> relaxed() {
        return relaxed;
    }

    void relaxedFrom(int first) {
        for (int r = first; r < rules.size(); r++) {
            relaxed.merge(rules.get(r).name(), 1, Integer::sum);
        }
    }

    /** Returns the rules for one slot. */
    SlotRules forSlot(PagePrefix prefix, Slot slot, boolean onlyForbidding) {
        PlacementRule.SlotRule[] slotRules = new PlacementRule.SlotRule[rules.size()];
        for (int r = 0; r < slotRules.length; r++) {
            Instance<PlacementRule> rule = rules.get(r);
            slotRules[r] = item -> 0;
            if (broken.containsKey(rule.name())) {
                continue;
            }
            enter(rule);
            try {
                if (onlyForbidding && !rule.plugin().forbids()) {
                    continue;
                }
                PlacementRule.SlotRule made = rule.plugin().forSlot(prefix, slot);
                if (made == null) {
                    throw new IllegalStateException("returned null for a slot");
                }
                slotRules[r] = made;
            } catch (Throwable e) { // an error of one rule must not cost the others
                broken.put(rule.name(), e);
            }
        }
        return new SlotRules(slotRules);
    }

    /** Returns the largest window of the rules that forbid anything. */
    int window() {
        int window = 0;
        for (Instance<PlacementRule> rule : rules) {
            if (!broken.containsKey(rule.name())) {
                enter(rule);
                try {
                    if (rule.plugin().forbids()) {
                        window = Math.max(window, rule.plugin().window());
                    }
                } catch (Throwable e) { // as above
                    broken.put(rule.name(), e);
                }
            }
        }
        return window;
    }

    /** All rules for one slot. */
    final class SlotRules {
        private final PlacementRule.SlotRule[] slotRules;

        SlotRules(PlacementRule.SlotRule[] slotRules) {
            this.slotRules = slotRules;
        }

        /**
         * Returns the sum of penalties, or {@link PlacementRule#FORBIDDEN}.
         *
         * @param obeyed number of rules, from the first, whose prohibitions count
         */
        double penalty(int item, int obeyed) {
            double sum = 0;
            for (int r = 0; r < slotRules.length; r++) {
                double penalty = one(r, item);
                if (penalty == PlacementRule.FORBIDDEN) {
                    if (r < obeyed) {
                        return PlacementRule.FORBIDDEN;
                    }
                } else {
                    sum += penalty;
                }
            }
            return sum;
        }

        double one(int r, int item) {
            Instance<PlacementRule> rule = rules.get(r);
            String name = rule.name();
            enter(rule);
            try {
                double penalty = slotRules[r].penalty(item);
                if (penalty >= 0) {
                    return penalty;
                }
                throw new IllegalStateException("returned the penalty " + penalty + ", allowed is 0 or more");
            } catch (Throwable e) { // an error of one rule must not cost the others
                broken.putIfAbsent(name, e);
                slotRules[r] = any -> 0;
                return 0;
            }
        }

        /** Returns the name of a rule. */
        String name(int r) {
            return rules.get(r).name();
        }
    }
}
