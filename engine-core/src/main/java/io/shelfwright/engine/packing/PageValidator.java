package io.shelfwright.engine.packing;

import io.shelfwright.engine.eligibility.SafetyCheck;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Unwanted;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last look at a page: asks the safety filters and the user's feedback once more and holds back what is on it twice.
 *
 * <p>Normally it changes nothing. If it must, the propensities of the row are marked as not valid.
 */
final class PageValidator {
    private final SafetyCheck safety;
    private final PluginCalls calls;

    @Inject
    PageValidator(SafetyCheck safety, PluginCalls calls) {
        this.safety = safety;
        this.calls = calls;
    }

    PackedPage finish(
            Visit visit,
            RankedCandidates ranked,
            PlacedCards placed,
            Map<Integer, Draw> draws,
            double[][] examination,
            long steps,
            String arm) {
        int[] items = new int[placed.size()];
        for (int p = 0; p < items.length; p++) {
            items[p] = placed.item(p);
        }
        String[] objections = safety.objections(visit, "validation", items);
        Hidden hidden = visit.user().hidden(visit.context().at());
        Catalog catalog = visit.generation().catalog();
        Set<Integer> seen = new HashSet<>();
        boolean[] dropped = new boolean[items.length];
        Set<Integer> changedRows = new HashSet<>();
        for (int p = 0; p < items.length; p++) {
            String objection = seen.add(items[p]) ? objections[p] : "is on the page twice";
            Unwanted unwanted =
                    hidden.mask(catalog.item(items[p]), placed.slot(p).shelf().id());
            if (unwanted != null) {
                calls.metrics().count("packing", "page-validator", "dislike-leak");
                objection = unwanted.words(catalog, visit.context().zone());
            }
            if (!objection.isEmpty()) {
                dropped[p] = true;
                changedRows.add(placed.slot(p).row());
                visit.journal()
                        .degraded(calls.failure(
                                "packing",
                                "page-validator",
                                "dropped",
                                "the card of item " + catalog.item(items[p]).id()
                                        + " was dropped from the finished page: " + objection));
            }
        }
        return new PackedPage(ranked, rows(placed, draws, examination, dropped, changedRows), steps, arm);
    }

    private static List<PackedPage.Row> rows(
            PlacedCards placed,
            Map<Integer, Draw> draws,
            double[][] examination,
            boolean[] dropped,
            Set<Integer> changedRows) {
        List<PackedPage.Row> rows = new ArrayList<>();
        int p = 0;
        while (p < placed.size()) {
            int row = placed.slot(p).row();
            ShelfSpec shelf = placed.slot(p).shelf();
            List<PackedPage.Placed> cards = new ArrayList<>();
            for (; p < placed.size() && placed.slot(p).row() == row; p++) {
                if (!dropped[p]) {
                    Draw draw = draws.getOrDefault(p, Draw.NONE);
                    cards.add(new PackedPage.Placed(
                            placed.candidate(p),
                            examination[row][cards.size()],
                            draw.propensity(),
                            draw.marginal(),
                            !changedRows.contains(row),
                            draw.supportSize(),
                            draw.explored()));
                }
            }
            if (!cards.isEmpty()) {
                rows.add(new PackedPage.Row(row, shelf, cards));
            }
        }
        return rows;
    }
}
