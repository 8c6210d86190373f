package io.shelfwright.learning.whatif;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.offpolicy.WeightSummary;
import java.util.List;

/**
 * What explored slots would have earned as a slate, where what a card earns may depend on its neighbours.
 *
 * <p>The weights of a page's explored slots are conditional on the cards before, so their product is that of the whole slate. {@code
 * sips} weights all rewards by it (Swaminathan and others 2017 call it the naive estimator), {@code rips} each by the product down to its own
 * slot (McInerney and others 2020), which takes rewards to depend on the cards above alone. The item-position estimator is {@code IPW}.
 *
 * @param sips by the weight of the whole slate
 * @param rips by the weight of the slate down to the slot
 * @param weights of whole slates
 */
record SlateTerms(Estimate sips, Estimate rips, WeightSummary weights) {

    static SlateTerms of(List<WeighedPage> pages, Unit unit) {
        double[] sips = new double[pages.size()];
        double[] rips = new double[sips.length];
        double[] whole = new double[sips.length];
        for (int i = 0; i < sips.length; i++) {
            WeighedPage page = pages.get(i);
            double weight = 1;
            for (int slot = 0; slot < page.weights().length; slot++) {
                weight *= page.weights()[slot];
                rips[i] += weight * page.rewards()[slot];
            }
            whole[i] = weight;
            sips[i] = weight * page.reward();
        }
        UnitMeans means = new UnitMeans(pages, unit);
        return new SlateTerms(means.of(sips), means.of(rips), WeightSummary.of(whole));
    }

    /** Returns the estimates for programs, with the reasons for which they may not be believed. */
    ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("sips", WhatIfReport.json(sips));
        root.set("rips", WhatIfReport.json(rips));
        root.putObject("weights")
                .put("mean", weights.mean())
                .put("max", weights.max())
                .put("ess", weights.effectiveSize());
        weights.refusals().forEach(root.putArray("refused")::add);
        return root;
    }
}
