package io.shelfwright.engine.request;

import io.shelfwright.api.Explanation.Candidacy;
import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.api.Explanation.ProposalSummary;
import io.shelfwright.api.Explanation.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down what happens to one item, when somebody asked; otherwise does nothing. Used by one thread. */
public final class Trace {
    /** Watches nothing. */
    public static final Trace OFF = new Trace("");

    private final String itemId;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Trace(String itemId) {
        this.itemId = itemId;
    }

    public static Trace of(String itemId) {
        return new Trace(itemId);
    }

    /** Returns whether anything is written down; stages ask before they do extra work. */
    public boolean on() {
        return !itemId.isEmpty();
    }

    public boolean watches(String item) {
        return on() && itemId.equals(item);
    }

    public void proposed(String shelfId, ProposalSummary proposal) {
        if (on()) {
            entry(shelfId).proposals.add(proposal);
        }
    }

    public void term(String shelfId, Term term) {
        if (on()) {
            entry(shelfId).terms.add(term);
        }
    }

    public void utility(String shelfId, double utility) {
        if (on()) {
            entry(shelfId).utility = utility;
        }
    }

    /** Notes how far the item came; a later call replaces an earlier one. */
    public void outcome(String shelfId, Outcome outcome, String detail) {
        if (on()) {
            Entry entry = entry(shelfId);
            entry.outcome = outcome;
            entry.detail = detail;
        }
    }

    public void shown(String shelfId, int row, int column, String detail) {
        if (on()) {
            outcome(shelfId, Outcome.SHOWN, detail);
            Entry entry = entry(shelfId);
            entry.row = row;
            entry.column = column;
        }
    }

    public List<Candidacy> candidacies() {
        List<Candidacy> list = new ArrayList<>();
        entries.forEach((shelf, entry) -> list.add(new Candidacy(
                shelf,
                entry.outcome,
                entry.detail,
                entry.proposals,
                entry.terms,
                entry.row,
                entry.column,
                entry.utility)));
        return list;
    }

    private Entry entry(String shelfId) {
        return entries.computeIfAbsent(shelfId, id -> new Entry());
    }

    private static final class Entry {
        private final List<ProposalSummary> proposals = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();
        private Outcome outcome = Outcome.NOT_PLACED;
        private String detail = "";
        private int row = -1;
        private int column = -1;
        private double utility = Double.NaN;
    }
}
