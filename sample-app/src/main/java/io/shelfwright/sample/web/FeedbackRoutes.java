package io.shelfwright.sample.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Card;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.Shelf;
import io.shelfwright.api.TargetType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What listeners do: each change is recorded, then the page is shown again with a word about it. */
final class FeedbackRoutes {
    private static final int LONGEST_BATCH = 100;

    private final HomeEngine engine;
    private final InstantSource clock;
    private final Templates templates;
    private final RecentPages recent;
    private final Flashes flashes;

    FeedbackRoutes(HomeEngine engine, InstantSource clock, Templates templates, RecentPages recent, Flashes flashes) {
        this.engine = engine;
        this.clock = clock;
        this.templates = templates;
        this.recent = recent;
        this.flashes = flashes;
    }

    /** Something was done with a card, or with a whole shelf where no item is named. */
    void feedback(Context context) {
        Params params = Params.ofForm(context);
        String user = params.required("user");
        Action action = Action.of(params.required("type"));
        Optional<HomePage> page = recent.find(user, params.text("request"));
        String item = params.text("item");
        Interaction interaction;
        String label;
        if (item.isBlank() && action.removes()) {
            String shelf = params.required("shelf");
            label = page.flatMap(p -> p.shelf(shelf)).map(Shelf::title).orElse(shelf);
            interaction = action == Action.HIDE
                    ? Feedback.hide(user, TargetType.SHELF, shelf)
                    : Feedback.dislike(user, TargetType.SHELF, shelf);
            interaction = interaction.from(params.text("request"), shelf);
        } else {
            params.required("item");
            Optional<Card> card = page.flatMap(p -> p.card(item));
            label = card.map(Card::title).orElse(item);
            interaction = Interaction.of(user, action.type(), item)
                    .from(params.text("request"), params.text("shelf"))
                    .explored(card.map(Card::explored).orElse(false));
        }
        Receipt receipt = engine.record(interaction.at(clock.instant()));
        String done = receipt.warnings().isEmpty()
                ? action.done(label)
                : action.done(label) + " (" + String.join("; ", receipt.warnings()) + ")";
        Flash flash = new Flash(done, user, receipt.interactionId(), label);
        answer(context, params.address(), flash);
    }

    void undo(Context context) {
        Params params = Params.ofForm(context);
        String user = params.required("user");
        engine.record(Feedback.undo(user, params.required("interaction")).at(clock.instant()));
        String label = params.text("label");
        String text = label.isBlank() ? "Taken back." : "Taken back for '" + label + "'.";
        answer(context, params.address(), new Flash(text, user, "", label));
    }

    /**
     * Cards were really seen, in batches from the page's script.
     *
     * <p>Only cards of a page that was served count, each once: the id says which page and item, and a repeated id is
     * recorded once.
     */
    void seen(Context context) {
        Params params = Params.ofForm(context);
        String user = params.required("user");
        List<String> items = context.formParams("item");
        if (items.size() > LONGEST_BATCH) {
            throw new BadRequestException(
                    items.size() + " cards were seen at once; send at most " + LONGEST_BATCH + " in a batch");
        }
        Optional<HomePage> page = recent.find(user, params.required("request"));
        if (page.isEmpty()) {
            context.status(HttpStatus.GONE).result("the page is no longer remembered; nothing was recorded");
            return;
        }
        for (String item : items) {
            Optional<Card> card = page.get().card(item);
            if (card.isPresent()) {
                String id = "seen-" + card.get().requestId() + "-" + Long.toHexString(CoverAddress.hash(item));
                engine.record(Feedback.seen(user, card.get()).withId(id).at(clock.instant()));
            }
        }
        context.status(HttpStatus.NO_CONTENT);
    }

    private void answer(Context context, PageAddress address, Flash flash) {
        if (Params.wantsPart(context)) {
            templates.send(context, "flash", Map.of("flash", flash, "address", address));
            return;
        }
        // 303, so that a reload of the page that follows does not send the form again.
        context.redirect(address.noted(flashes.keep(flash)), HttpStatus.SEE_OTHER);
    }
}
