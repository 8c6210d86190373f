package io.shelfwright.sample.cli;

import io.shelfwright.api.Card;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Shelf;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a page for people. */
final class PageText {
    private static final int TITLE = 42;

    private final PrintWriter out;

    PageText(PrintWriter out) {
        this.out = out;
    }

    void print(HomePage page) {
        out.printf(
                Locale.ROOT,
                "Home of %s at %s%nrequest %s, seed %d, snapshot %s, ranker %s, configuration %s%n",
                page.userId(),
                page.at(),
                page.requestId(),
                page.seed(),
                page.snapshot(),
                page.ranker(),
                page.configHash());
        for (Degradation degradation : page.degradations()) {
            out.printf(
                    Locale.ROOT,
                    "! %s '%s' %s: %s%n",
                    degradation.stage(),
                    degradation.instance(),
                    degradation.code(),
                    degradation.message());
        }
        for (Shelf shelf : page.shelves()) {
            out.printf(
                    Locale.ROOT,
                    "%n%d  %s  (%s: %s)%n",
                    shelf.row(),
                    shelf.title(),
                    shelf.id(),
                    shelf.reason().text());
            for (Card card : shelf.cards()) {
                print(card);
            }
        }
        if (!page.cursor().isEmpty()) {
            out.println();
            out.println("more with --cursor " + page.cursor());
        }
    }

    private void print(Card card) {
        String title = card.title().length() > TITLE ? card.title().substring(0, TITLE - 1) + "…" : card.title();
        out.printf(
                Locale.ROOT,
                "   %-" + TITLE + "s %-12s u %.4f  %s%s  %s%n",
                title,
                card.kind(),
                card.utility(),
                card.reasons().isEmpty() ? "" : card.reasons().get(0).text(),
                card.explored() ? String.format(Locale.ROOT, " [explored, p %.4f]", card.propensity()) : "",
                card.itemId());
    }
}
