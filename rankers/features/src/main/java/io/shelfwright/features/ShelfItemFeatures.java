package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** How the item came to the shelf. */
final class ShelfItemFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of(
                    "shelf_item.recall_score",
                    "Best generator's score, 1 is its best proposal for the shelf.",
                    "share",
                    0,
                    1),
            of("shelf_item.proposals", "How many generators proposed it for the shelf.", "generators", 0, 20),
            of("shelf_item.evidence_count", "How many reasons they gave.", "reasons", 0, 50),
            of("shelf_item.sources_log", "How many items and artists the reasons rest on.", "ln(1 + sources)", 0, 8),
            of(
                    "shelf_item.in_last_session",
                    "Whether it was played in the last session; missing without history.",
                    "flag",
                    0,
                    1));

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.CANDIDATE;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        CandidateBatch candidates = request.candidates();
        row.put(candidates.recallScore(candidate));
        row.put(candidates.proposalCount(candidate));
        List<Evidence> evidence = candidates.evidence(candidate);
        int sources = 0;
        for (int i = 0; i < evidence.size(); i++) {
            sources += evidence.get(i).sources().size();
        }
        row.put(evidence.size());
        row.putLog(sources);
        if (request.known()) {
            row.put(request.inLastSession(candidates.itemIndex(candidate)));
        } else {
            row.missing();
        }
    }
}
