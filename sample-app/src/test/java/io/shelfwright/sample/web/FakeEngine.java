package io.shelfwright.sample.web;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Erasure;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.Explanation.Candidacy;
import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.api.Explanation.ProposalSummary;
import io.shelfwright.api.Explanation.Term;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.Reason;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.Taste;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An engine that remembers what was recorded, and leaves out what is hidden. */
final class FakeEngine implements HomeEngine {
    final Map<String, Interaction> recorded = new LinkedHashMap<>();
    final List<HomeRequest> requests = new ArrayList<>();
    volatile String title = "Glasswing";
    volatile boolean degraded;
    volatile boolean empty;
    volatile RuntimeException failure;

    @Override
    public synchronized HomePage home(HomeRequest request) {
        requests.add(request);
        if (failure != null) {
            throw failure;
        }
        if (!request.cursor().isEmpty() && !request.cursor().equals(FakePages.SECOND_PAGE)) {
            throw new BadRequestException("the cursor is not one that a page gave out; ask for a first page");
        }
        Set<String> hidden = recorded.values().stream()
                .filter(i -> i.userId().equals(request.userId()) && i.type().isNegative())
                .map(Interaction::targetId)
                .collect(Collectors.toSet());
        HomePage page = FakePages.page(request, hidden, recorded.size(), title, degraded);
        return empty
                ? new HomePage(
                        page.requestId(),
                        page.userId(),
                        page.at(),
                        page.seed(),
                        page.snapshot(),
                        page.configHash(),
                        page.stateVersion(),
                        page.ranker(),
                        page.degradations(),
                        List.of(),
                        "",
                        page.timing())
                : page;
    }

    @Override
    public synchronized Receipt record(Interaction interaction) {
        if (interaction.type() == InteractionType.UNDO) {
            if (recorded.remove(interaction.undoes()) == null) {
                throw new BadRequestException("there is no interaction '" + interaction.undoes() + "' to undo");
            }
            return new Receipt("u", recorded.size(), false);
        }
        String id = interaction.id().isEmpty() ? "i" + (recorded.size() + 1) : interaction.id();
        boolean duplicate = recorded.putIfAbsent(id, interaction) != null;
        return new Receipt(id, recorded.size(), duplicate);
    }

    synchronized List<Interaction> all(InteractionType type) {
        return recorded.values().stream().filter(i -> i.type() == type).collect(Collectors.toList());
    }

    @Override
    public Explanation explain(HomePage page, String itemId) {
        return page.card(itemId)
                .map(card -> new Explanation(
                        itemId,
                        card.title(),
                        Outcome.SHOWN,
                        "'" + card.title() + "' won its slot on the shelf against 41 others.",
                        List.of(lost(), shown(card.shelfId(), card.column()))))
                .orElseGet(() -> new Explanation(
                        itemId,
                        "",
                        Outcome.NOT_IN_CATALOG,
                        "snapshot v000007 holds no item '" + itemId + "'",
                        List.of()));
    }

    private Candidacy shown(String shelf, int column) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            terms.add(new Term("feature", "user-item.affinity-" + i, (i % 3 == 0 ? -1 : 1) * 1.4 / (i + 1), "0." + i));
        }
        terms.add(new Term("calibration", "platt", 0.213, "a 0.94, b -0.12"));
        terms.add(new Term("objective", "stream", 0.18, "weight 1"));
        terms.add(new Term("objective", "save", 0.05, "weight 2"));
        terms.add(new Term("rule", "freshness", -0.36, "seen 2 times in 7 days"));
        terms.add(new Term("rule", "cold-start", 0.2, "fewer than 50 views"));
        terms.add(new Term("placement", "diversity", Double.NEGATIVE_INFINITY, "same artist in the window"));
        return new Candidacy(
                shelf,
                Outcome.SHOWN,
                "best of what the rules allowed",
                List.of(
                        new ProposalSummary(
                                "heuristics",
                                0.82,
                                new Reason("because-you-listened", "Because you listened to " + title)),
                        new ProposalSummary(
                                "playlists", 0.41, new Reason("near-taste", "Near the artists you play most"))),
                terms,
                2,
                column,
                0.241);
    }

    private static Candidacy lost() {
        return new Candidacy(
                "new-releases",
                Outcome.NOT_PLACED,
                "lost row 4, column 2 to 'Moss' by 0.012",
                List.of(new ProposalSummary("new", 0.3, new Reason("new-release", "Released this week"))),
                List.of(new Term("objective", "stream", 0.11, "weight 1")),
                -1,
                -1,
                0.11);
    }

    @Override
    public HomePage replay(PageRecord record) {
        return record.page();
    }

    @Override
    public Taste taste(String userId) {
        throw new UnsupportedOperationException("no page of the demo asks for it");
    }

    @Override
    public String export(String userId) {
        return "{}";
    }

    @Override
    public Erasure erase(String userId) {
        return new Erasure(userId, 0, List.of());
    }

    @Override
    public String snapshot() {
        return "v000007";
    }

    @Override
    public String refresh() {
        return snapshot();
    }

    @Override
    public void close() {}
}
