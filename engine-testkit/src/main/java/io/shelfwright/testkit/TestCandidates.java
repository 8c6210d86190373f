package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a batch of candidates one by one; numbered in the order in which they are added. Not thread-safe. */
public final class TestCandidates {
    private final UserState user;
    private final RequestContext context;
    private final Catalog catalog;
    private final Map<List<String>, Candidate> candidates = new LinkedHashMap<>();

    private TestCandidates(UserState user, RequestContext context, Catalog catalog) {
        this.user = user;
        this.context = context;
        this.catalog = catalog;
    }

    /** Returns a builder of a batch for a request of {@link TestRequests#context(UserState)}. */
    public static TestCandidates of(Catalog catalog, UserState user) {
        return of(catalog, user, TestRequests.context(user));
    }

    public static TestCandidates of(Catalog catalog, UserState user, RequestContext context) {
        return new TestCandidates(user, context, catalog);
    }

    /** Returns a batch of items for one shelf, with recall score 1. */
    public static CandidateBatch batch(Catalog catalog, UserState user, ShelfSpec shelf, String... itemIds) {
        TestCandidates candidates = of(catalog, user);
        for (String itemId : itemIds) {
            candidates.add(itemId, shelf);
        }
        return candidates.build();
    }

    /** Adds a candidate that generator {@code test} proposed with recall score 1. */
    public TestCandidates add(String itemId, ShelfSpec shelf) {
        return add(itemId, shelf, "test", 1);
    }

    /**
     * Adds a proposal; a second one of the same item for the same shelf joins the first as one candidate.
     *
     * @throws IllegalArgumentException if the catalog does not hold the item
     */
    public TestCandidates add(
            String itemId, ShelfSpec shelf, String generator, double recallScore, Evidence... evidence) {
        int item = catalog.indexOf(itemId);
        if (item < 0) {
            throw new IllegalArgumentException(
                    "item " + itemId + " is not in the catalog; the engine drops such proposals");
        }
        List<Evidence> reasons =
                evidence.length > 0 ? List.of(evidence) : List.of(Evidence.of("test", "Stated by a test"));
        candidates
                .computeIfAbsent(List.of(itemId, shelf.id()), key -> new Candidate(item, shelf, new ArrayList<>()))
                .proposals
                .add(new Proposed(generator, recallScore, reasons));
        return this;
    }

    /** Adds a candidate unless the item is there for the shelf already; returns whether it was added. */
    boolean addNew(String itemId, ShelfSpec shelf, double recallScore) {
        if (candidates.containsKey(List.of(itemId, shelf.id()))) {
            return false;
        }
        add(itemId, shelf, "test", recallScore);
        return true;
    }

    public CandidateBatch build() {
        return new Batch(
                context,
                user,
                catalog,
                candidates.values().stream().map(Candidate::bestFirst).toList());
    }

    private record Proposed(String generator, double recallScore, List<Evidence> evidence) {}

    private record Candidate(int item, ShelfSpec shelf, List<Proposed> proposals) {
        Candidate bestFirst() {
            List<Proposed> sorted = new ArrayList<>(proposals);
            sorted.sort(
                    Comparator.comparingDouble(Proposed::recallScore).reversed().thenComparing(Proposed::generator));
            return new Candidate(item, shelf, Collections.unmodifiableList(sorted));
        }
    }

    private record Batch(RequestContext context, UserState user, Catalog catalog, List<Candidate> candidates)
            implements CandidateBatch {
        @Override
        public int size() {
            return candidates.size();
        }

        @Override
        public int itemIndex(int candidate) {
            return candidates.get(candidate).item();
        }

        @Override
        public ShelfSpec shelf(int candidate) {
            return candidates.get(candidate).shelf();
        }

        @Override
        public String generator(int candidate) {
            return candidates.get(candidate).proposals().get(0).generator();
        }

        @Override
        public double recallScore(int candidate) {
            return candidates.get(candidate).proposals().get(0).recallScore();
        }

        @Override
        public int proposalCount(int candidate) {
            return candidates.get(candidate).proposals().size();
        }

        @Override
        public List<Evidence> evidence(int candidate) {
            return candidates.get(candidate).proposals().stream()
                    .flatMap(proposed -> proposed.evidence().stream())
                    .toList();
        }
    }
}
