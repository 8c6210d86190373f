package io.shelfwright.engine.request;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.util.List;

/** The candidates of a request in columns; immutable. */
public final class CandidateTable implements CandidateBatch {
    private final Visit visit;
    private final List<ShelfSpec> shelves;
    private final int[] items;
    private final int[] shelfOf;
    private final String[] generators;
    private final double[] recallScores;
    private final List<List<Evidence>> evidence;

    /**
     * Makes a table; the arrays are kept, not copied.
     *
     * @param items catalog index of each candidate
     * @param shelfOf index of each candidate's shelf in {@code shelves}
     */
    public CandidateTable(
            Visit visit,
            List<ShelfSpec> shelves,
            int[] items,
            int[] shelfOf,
            String[] generators,
            double[] recallScores,
            List<List<Evidence>> evidence) {
        this.visit = visit;
        this.shelves = shelves;
        this.items = items;
        this.shelfOf = shelfOf;
        this.generators = generators;
        this.recallScores = recallScores;
        this.evidence = evidence;
    }

    /** Returns a table of some of the candidates, in the given order. */
    public CandidateTable select(int[] kept) {
        int[] newItems = new int[kept.length];
        int[] newShelfOf = new int[kept.length];
        String[] newGenerators = new String[kept.length];
        double[] newScores = new double[kept.length];
        java.util.ArrayList<List<Evidence>> newEvidence = new java.util.ArrayList<>(kept.length);
        for (int i = 0; i < kept.length; i++) {
            newItems[i] = items[kept[i]];
            newShelfOf[i] = shelfOf[kept[i]];
            newGenerators[i] = generators[kept[i]];
            newScores[i] = recallScores[kept[i]];
            newEvidence.add(evidence.get(kept[i]));
        }
        return new CandidateTable(visit, shelves, newItems, newShelfOf, newGenerators, newScores, newEvidence);
    }

    public List<ShelfSpec> shelves() {
        return shelves;
    }

    /** Returns the index of a candidate's shelf in {@link #shelves()}. */
    public int shelfIndex(int candidate) {
        return shelfOf[candidate];
    }

    @Override
    public RequestContext context() {
        return visit.context();
    }

    @Override
    public UserState user() {
        return visit.user();
    }

    @Override
    public Catalog catalog() {
        return visit.generation().catalog();
    }

    @Override
    public int size() {
        return items.length;
    }

    @Override
    public int itemIndex(int candidate) {
        return items[candidate];
    }

    @Override
    public ShelfSpec shelf(int candidate) {
        return shelves.get(shelfOf[candidate]);
    }

    @Override
    public String generator(int candidate) {
        return generators[candidate];
    }

    @Override
    public double recallScore(int candidate) {
        return recallScores[candidate];
    }

    @Override
    public int proposalCount(int candidate) {
        return evidence.get(candidate).size();
    }

    @Override
    public List<Evidence> evidence(int candidate) {
        return evidence.get(candidate);
    }
}
