package io.shelfwright.engine.recall;

import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.api.Explanation.ProposalSummary;
import io.shelfwright.api.Reason;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Hashes;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.ShelfSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks proposals and merges those of one item for one shelf. */
final class ProposalMerge {
    private static final String STAGE = "recall";

    private final Visit visit;
    private final int rows;
    private final PluginCalls calls;
    private final List<ShelfSpec> shelves = new ArrayList<>();
    private final Map<String, Integer> shelfIndex = new HashMap<>();
    private final Map<Long, Integer> rowOf = new HashMap<>();
    private final List<Merged> merged = new ArrayList<>();

    /** A candidate that is being put together. */
    private static final class Merged {
        private final int item;
        private final int shelf;
        private String generator;
        private String latest;
        private double score;
        private List<Evidence> evidence;

        Merged(int item, int shelf, String generator, double score, Evidence evidence) {
            this.item = item;
            this.shelf = shelf;
            this.generator = generator;
            latest = generator;
            this.score = score;
            this.evidence = List.of(evidence);
        }

        void also(String other, double otherScore, Evidence otherEvidence) {
            latest = other;
            List<Evidence> both = new ArrayList<>(evidence);
            both.add(otherScore > score ? 0 : both.size(), otherEvidence);
            evidence = List.copyOf(both);
            if (otherScore > score) {
                score = otherScore;
                generator = other;
            }
        }
    }

    ProposalMerge(Visit visit, List<ShelfSpec> configured, int rows, PluginCalls calls) {
        this.visit = visit;
        this.rows = rows;
        this.calls = calls;
        configured.forEach(this::addShelf);
    }

    void add(String generator, GeneratorResult result) {
        for (ShelfSpec shelf : result.shelves()) {
            if (shelfIndex.containsKey(shelf.id())) {
                visit.journal()
                        .degraded(calls.failure(
                                STAGE,
                                generator,
                                "shelf-taken",
                                "brings a shelf '" + shelf.id() + "' that exists already"));
            } else {
                addShelf(shelf);
            }
        }
        Map<Integer, List<Proposal>> byShelf = new HashMap<>();
        int foreign = 0;
        for (Proposal proposal : result.proposals()) {
            Integer shelf = shelfIndex.get(proposal.shelfId());
            if (shelf == null
                    || !Double.isFinite(proposal.recallScore())
                    || !hasEvidence(proposal)
                    || visit.generation().catalog().indexOf(proposal.itemId()) < 0) {
                foreign++;
            } else {
                byShelf.computeIfAbsent(shelf, s -> new ArrayList<>()).add(proposal);
            }
        }
        if (foreign > 0) {
            visit.journal()
                    .degraded(
                            calls.failure(
                                    STAGE,
                                    generator,
                                    "bad-proposals",
                                    foreign + " of " + result.proposals().size()
                                            + " proposals name an unknown item or shelf, have no evidence, or a score that is not finite"));
        }
        for (int shelf = 0; shelf < shelves.size(); shelf++) {
            addProposals(generator, shelf, byShelf.getOrDefault(shelf, List.of()));
        }
    }

    CandidateTable table() {
        int n = merged.size();
        int[] items = new int[n];
        int[] shelfOf = new int[n];
        String[] generators = new String[n];
        double[] scores = new double[n];
        List<List<Evidence>> evidence = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Merged candidate = merged.get(i);
            items[i] = candidate.item;
            shelfOf[i] = candidate.shelf;
            generators[i] = candidate.generator;
            scores[i] = candidate.score;
            evidence.add(candidate.evidence);
        }
        return new CandidateTable(visit, List.copyOf(shelves), items, shelfOf, generators, scores, evidence);
    }

    private void addShelf(ShelfSpec shelf) {
        boolean fits = shelf.pinnedRow() < rows;
        shelfIndex.put(shelf.id(), shelves.size());
        shelves.add(
                fits
                        ? shelf
                        : new ShelfSpec(
                                shelf.id(),
                                shelf.title(),
                                shelf.kind(),
                                shelf.itemKinds(),
                                shelf.generators(),
                                shelf.minCards(),
                                shelf.maxCards(),
                                -1));
    }

    /** The scores of one generator are comparable only with each other, so what counts is the place in its list. */
    private void addProposals(String generator, int shelf, List<Proposal> proposals) {
        ShelfSpec spec = shelves.get(shelf);
        if (proposals.isEmpty()) {
            return;
        }
        if (visit.served().shelves().contains(spec.id())) {
            for (Proposal proposal : proposals) {
                if (visit.trace().watches(proposal.itemId())) {
                    note(generator, spec, proposal, "this shelf was shown on an earlier page of this cursor");
                }
            }
            return;
        }
        List<Proposal> sorted = new ArrayList<>(proposals);
        sorted.sort((a, b) -> a.recallScore() != b.recallScore()
                ? Double.compare(b.recallScore(), a.recallScore())
                : a.itemId().compareTo(b.itemId()));
        for (int place = 0; place < sorted.size(); place++) {
            Proposal proposal = sorted.get(place);
            int item = visit.generation().catalog().indexOf(proposal.itemId());
            String objection = objection(spec, item, proposal.itemId());
            if (!objection.isEmpty()) {
                if (visit.trace().watches(proposal.itemId())) {
                    note(generator, spec, proposal, objection);
                }
                continue;
            }
            double score = (sorted.size() - place) / (double) sorted.size();
            put(generator, shelf, item, score, proposal);
            if (visit.trace().watches(proposal.itemId())) {
                note(generator, spec, proposal, "was proposed");
            }
        }
    }

    private String objection(ShelfSpec spec, int item, String itemId) {
        String kind = visit.generation().catalog().item(item).kind().name();
        if (!spec.accepts(visit.generation().catalog().item(item).kind())) {
            return "is of kind " + kind + ", which this shelf does not take";
        }
        return visit.served().items().contains(Hashes.of(itemId)) ? "was shown on an earlier page of this cursor" : "";
    }

    private void note(String generator, ShelfSpec spec, Proposal proposal, String detail) {
        Reason reason =
                new Reason(proposal.evidence().code(), proposal.evidence().text());
        visit.trace().proposed(spec.id(), new ProposalSummary(generator, proposal.recallScore(), reason));
        visit.trace().outcome(spec.id(), Outcome.NOT_PLACED, detail);
    }

    @SuppressWarnings("ConstantValue") // what a plugin gives may be null whatever its signature says
    private static boolean hasEvidence(Proposal proposal) {
        Evidence evidence = proposal.evidence();
        return evidence != null && evidence.code() != null && evidence.text() != null;
    }

    private void put(String generator, int shelf, int item, double score, Proposal proposal) {
        long key = ((long) shelf << 32) | item;
        Integer row = rowOf.putIfAbsent(key, merged.size());
        if (row == null) {
            merged.add(new Merged(item, shelf, generator, score, proposal.evidence()));
        } else if (!merged.get(row).latest.equals(generator)) {
            // One generator after the other is merged, best proposal first: what it says again of an item adds nothing.
            merged.get(row).also(generator, score, proposal.evidence());
        }
    }
}
