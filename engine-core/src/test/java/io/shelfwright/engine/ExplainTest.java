package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.shelfwright.api.Card;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.Explanation.Candidacy;
import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.api.Explanation.Term;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.Item;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.spi.SafetyFilter.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why an item is on a page, or why not. */
class ExplainTest {
    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private Explanation why(HomePage page, String item) {
        return world.engine().explain(page, item);
    }

    private static Candidacy on(Explanation explanation, String shelf) {
        return explanation.candidacies().stream()
                .filter(candidacy -> candidacy.shelfId().equals(shelf))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyItemOfTheCatalogIsExplainedInAgreementWithThePage() {
        HomePage page = world.home("u");

        for (int i = 0; i < 60; i++) {
            Explanation explanation = why(page, TinyCatalog.id(i));
            boolean shown = page.card(TinyCatalog.id(i)).isPresent();
            assertThat(explanation.outcome()).isEqualTo(shown ? Outcome.SHOWN : Outcome.NOT_PLACED);
            assertThat(explanation.summary()).contains("Title " + i).isNotBlank();
        }
    }

    @Test
    void aPageThatOnlyTheLogRemembersIsExplainedWithItsMarketAndItsCursor() {
        world.snapshots.publishCatalog(
                "test",
                EngineWorld.catalog(TinyCatalog.of(60, EngineWorld.NOW)
                        .with(Item.builder("swedish", TinyCatalog.KINDS.get(0), "Swedish")
                                .artists("artist-1")
                                .markets(Set.of("SE"))
                                .build())));
        world.config("page.rows = 2");
        HomePage first = world.engine()
                .home(EngineWorld.request("u").market("SE").device("tv").build());
        HomePage second = world.engine()
                .home(EngineWorld.request("u")
                        .market("SE")
                        .device("tv")
                        .cursor(first.cursor())
                        .build());
        List<Explanation> before = List.of(why(first, "swedish"), why(second, "swedish"), why(second, "item-003"));
        assertThat(before.get(0).outcome()).isNotEqualTo(Outcome.DROPPED_BY_RULE);
        world.close();

        try (EngineWorld later = new EngineWorld(directory)) {
            later.config("page.rows = 2");
            assertThat(List.of(
                            later.engine().explain(first, "swedish"),
                            later.engine().explain(second, "swedish"),
                            later.engine().explain(second, "item-003")))
                    .isEqualTo(before);
        }
    }

    @Test
    void anItemThatIsNotInTheCatalogIsSaidToBeMissing() {
        Explanation explanation = why(world.home("u"), "no-such");

        assertThat(explanation.outcome()).isEqualTo(Outcome.NOT_IN_CATALOG);
        assertThat(explanation.summary()).contains("no-such").contains("000001");
    }

    @Test
    void anItemThatNobodyProposedSaysSo() {
        world.config("shelves = [{ id = albums, title = Albums, items = [album], generators = [popular] }]")
                .plugin
                .makes("popular", context -> {
                    var all = Scripts.popular(context);
                    return request -> all.propose(request).stream()
                            .filter(proposal -> !proposal.itemId().equals("item-004"))
                            .toList();
                });

        assertThat(why(world.home("u"), "item-004").outcome()).isEqualTo(Outcome.NOT_PROPOSED);
    }

    @Test
    void anItemThatAFilterDroppedNamesTheFilterAndItsWords() {
        world.config("rules { safety = [kids], filters = [taste] }")
                .plugin
                .safety(
                        "kids",
                        (item, profile, context) -> item.id().equals("item-056")
                                ? Verdict.FORBIDDEN
                                : item.id().equals("item-052") ? Verdict.UNKNOWN : Verdict.ALLOWED)
                .filter("taste", (batch, drops) -> {
                    for (int c = 0; c < batch.size(); c++) {
                        if (batch.item(c).id().equals("item-048")) {
                            drops.drop(c, "you never liked it");
                        }
                    }
                });
        HomePage page = world.home("u");

        assertThat(why(page, "item-056").outcome()).isEqualTo(Outcome.DROPPED_BY_SAFETY);
        assertThat(why(page, "item-056").summary()).contains("kids").contains("forbids");
        assertThat(why(page, "item-052").outcome()).isEqualTo(Outcome.DROPPED_BY_SAFETY);
        assertThat(why(page, "item-052").summary()).contains("unknown");
        assertThat(why(page, "item-048").outcome()).isEqualTo(Outcome.DROPPED_BY_RULE);
        assertThat(why(page, "item-048").summary()).contains("taste: you never liked it");
    }

    @Test
    void anItemThatTheFirstPhaseCutSaysSo() {
        world.plugin.ranker("cheap", context -> Scripts.sum(context.schema()));
        world.config("ranking { ladder = [main, cheap], first-phase = cheap, first-phase-keep = 40 }");
        HomePage page = world.home("u");

        long cut = 0;
        for (int i = 0; i < 60; i++) {
            Explanation explanation = why(page, TinyCatalog.id(i));
            if (explanation.outcome() == Outcome.CUT_BEFORE_RANKING) {
                cut++;
                assertThat(explanation.summary()).contains("'cheap' kept 40 of ");
                assertThat(page.card(TinyCatalog.id(i))).isEmpty();
            }
        }
        assertThat(cut).isPositive();
        assertThat(page.ranker()).isEqualTo("main");
    }

    @Test
    void anItemThatLostItsSlotNamesTheSlotAndTheWinner() {
        HomePage page = world.home("u");
        Candidacy lost = null;
        for (int i = 0; i < 60; i += 4) {
            if (page.card(TinyCatalog.id(i)).isEmpty()) {
                lost = on(why(page, TinyCatalog.id(i)), "albums");
            }
        }

        assertThat(lost).isNotNull();
        List<Card> albums = page.shelf("albums").orElseThrow().cards();
        assertThat(albums.stream().map(Card::title)).anyMatch(lost.detail()::contains);
        assertThat(lost.detail()).matches("lost the slot in row \\d+, column \\d+ to '.*' \\(utility .* against .*\\)");
    }

    @Test
    void anItemOnAnotherShelfSaysWhere() {
        HomePage page = world.home("u");
        Card shown = page.shelf("albums").orElseThrow().cards().get(0);

        Explanation explanation = why(page, shown.itemId());

        assertThat(on(explanation, "albums").outcome()).isEqualTo(Outcome.SHOWN);
        assertThat(on(explanation, "albums").column()).isZero();
        assertThat(on(explanation, "mixed").outcome()).isEqualTo(Outcome.NOT_PLACED);
        assertThat(on(explanation, "mixed").detail()).contains("is shown on shelf 'albums'");
    }

    @Test
    void aShelfWithoutARowSaysSo() {
        world.config("page.rows = 2");
        HomePage page = world.home("u");
        String missing = List.of("albums", "artists", "playlists", "podcasts").stream()
                .filter(shelf -> page.shelf(shelf).isEmpty())
                .findFirst()
                .orElseThrow();

        boolean found = false;
        for (int i = 0; i < 60 && !found; i++) {
            Explanation explanation = why(page, TinyCatalog.id(i));
            if (page.card(TinyCatalog.id(i)).isEmpty()
                    && explanation.candidacies().stream()
                            .anyMatch(c -> c.shelfId().equals(missing))) {
                assertThat(on(explanation, missing).detail()).contains("has no row on this page");
                found = true;
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void anItemOfAnEarlierPageIsExplainedAsServed() {
        world.config("page.rows = 2");
        HomePage first = world.home("u");
        HomePage second = world.engine()
                .home(HomeRequest.forUser("u")
                        .requestId("r-u")
                        .cursor(first.cursor())
                        .build());
        String served = PageChecks.items(first).get(0);

        Explanation explanation = why(second, served);

        assertThat(explanation.outcome()).isEqualTo(Outcome.NOT_PLACED);
        assertThat(explanation.summary()).contains("earlier page");
        assertThat(why(first, served).outcome()).isEqualTo(Outcome.SHOWN);
    }

    @Test
    void contributionsAddUpToTheLogitAndTermsToTheUtility() throws Exception {
        world.config("rules { scores = [boost], placements = [near] }")
                .plugin
                .score("boost", (batch, adjustments) -> {
                    for (int c = 0; c < batch.size(); c++) {
                        adjustments.add(c, 0.25, "a boost for all");
                    }
                })
                .placement("near", Scripts.placement(1, (prefix, slot, item) -> 0.125));
        HomePage page = world.home("u");

        for (SlotRecord slot : world.logged(page).slots()) {
            Candidacy shown = on(why(page, slot.itemId()), slot.shelfId());
            double logit = shown.terms().stream()
                    .filter(term -> term.stage().equals("feature"))
                    .mapToDouble(Term::value)
                    .sum();
            assertThat(logit).isCloseTo(slot.logits()[0], offset(1e-5));
            assertThat(shown.utility()).isEqualTo(slot.utility());
            assertThat(shown.terms()).contains(new Term("rule", "boost", 0.25, "a boost for all"));
            assertThat(shown.terms())
                    .anyMatch(term ->
                            term.stage().equals("placement") && term.name().equals("near") && term.value() == -0.125);
            double objectives = shown.terms().stream()
                    .filter(term -> term.stage().equals("objective"))
                    .mapToDouble(Term::value)
                    .sum();
            assertThat(objectives * Math.exp(0.25)).isCloseTo(slot.utility(), offset(1e-9));
            assertThat(shown.proposals()).isNotEmpty();
        }
    }

    @Test
    void aRankerThatCannotExplainStillLeavesAnExplanation() {
        world.plugin.ranker("main", context -> new io.shelfwright.spi.Ranker() {
            @Override
            public java.util.Optional<io.shelfwright.spi.FeatureSchema> trainedOn() {
                return java.util.Optional.empty();
            }

            @Override
            public void score(io.shelfwright.spi.FeatureMatrix rows, float[] logits) {}

            @Override
            public List<io.shelfwright.spi.Contribution> explain(io.shelfwright.spi.FeatureMatrix rows, int row) {
                throw new IllegalStateException("cannot explain");
            }
        });
        HomePage page = world.home("u");

        assertThat(why(page, PageChecks.items(page).get(0)).outcome()).isEqualTo(Outcome.SHOWN);
    }
}
