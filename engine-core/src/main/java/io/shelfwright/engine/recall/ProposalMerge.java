package io.shelfwright.engine.recall;

import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.api.Explanation.ProposalSummary;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.Reason;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Hashes;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.ShelfSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks proposals and merges those of one item for one shelf. */
final class ProposalMerge {
    private static final String STAGE = "recall";

    private static final Comparator<Known> BEST_FIRST = (a, b) -> a.proposal.recallScore() != b.proposal.recallScore()
            ? Double.compare(b.proposal.recallScore(), a.proposal.recallScore())
            : a.proposal.itemId().compareTo(b.proposal.itemId());

    private final Visit visit;
    private final int rows;
    private final PluginCalls calls;
    private final List<ShelfSpec> shelves = new ArrayList<>();
    private final Map<String, Integer> shelfIndex = new HashMap<>();
    private final CandidateKeys keys = new CandidateKeys();
    private final List<Merged> merged = new ArrayList<>();

    /** A proposal whose item and shelf exist. */
    private record Known(Proposal proposal, int item) {}

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
        if (result.cut()) {
            visit.journal()
                    .degraded(calls.failure(
                            STAGE,
                            generator,
                            "cut",
                            "gave more than the " + result.proposals().size() + " proposals that may be read"));
        }
        List<List<Known>> byShelf = new ArrayList<>();
        for (int shelf = 0; shelf < shelves.size(); shelf++) {
            byShelf.add(new ArrayList<>());
        }
        int foreign = sort(result.proposals(), byShelf);
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
            addProposals(generator, shelf, byShelf.get(shelf));
        }
    }

    /** Puts proposals to their shelves and returns the number of those that cannot be used. */
    private int sort(List<Proposal> proposals, List<List<Known>> byShelf) {
        int foreign = 0;
        for (Proposal proposal : proposals) {
            @Nullable Integer shelf = shelfIndex.get(proposal.shelfId());
            int item = visit.generation().catalog().indexOf(proposal.itemId());
            if (shelf == null || item < 0 || !Double.isFinite(proposal.recallScore()) || !hasEvidence(proposal)) {
                foreign++;
            } else {
                byShelf.get(shelf).add(new Known(proposal, item));
            }
        }
        return foreign;
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
    private void addProposals(String generator, int shelf, List<Known> proposals) {
        ShelfSpec spec = shelves.get(shelf);
        if (proposals.isEmpty()) {
            return;
        }
        if (visit.served().shelves().contains(spec.id())) {
            for (Known known : proposals) {
                if (visit.trace().watches(known.proposal.itemId())) {
                    note(generator, spec, known.proposal, "this shelf was shown on an earlier page of this cursor");
                }
            }
            return;
        }
        proposals.sort(BEST_FIRST);
        int count = proposals.size();
        for (int place = 0; place < count; place++) {
            Proposal proposal = proposals.get(place).proposal;
            int item = proposals.get(place).item;
            String objection = objection(spec, item, proposal.itemId());
            if (!objection.isEmpty()) {
                if (visit.trace().watches(proposal.itemId())) {
                    note(generator, spec, proposal, objection);
                }
                continue;
            }
            double score = (count - place) / (double) count;
            put(generator, shelf, item, score, proposal.evidence());
            if (visit.trace().watches(proposal.itemId())) {
                note(generator, spec, proposal, "was proposed");
            }
        }
    }

    private String objection(ShelfSpec spec, int item, String itemId) {
        ItemKind kind = visit.generation().catalog().item(item).kind();
        if (!spec.accepts(kind)) {
            return "is of kind " + kind.name() + ", which this shelf does not take";
        }
        // Hashing every id costs; most requests are for a first page.
        boolean served =
                !visit.served().items().isEmpty() && visit.served().items().contains(Hashes.of(itemId));
        return served ? "was shown on an earlier page of this cursor" : "";
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

    private void put(String generator, int shelf, int item, double score, Evidence evidence) {
        int number = keys.number(shelf, item);
        if (number == merged.size()) {
            merged.add(new Merged(item, shelf, generator, score, evidence));
        } else if (!merged.get(number).latest.equals(generator)) {
            // One generator after the other is merged, best proposal first: what it says again of an item adds nothing.
            merged.get(number).also(generator, score, evidence);
        }
    }
}
