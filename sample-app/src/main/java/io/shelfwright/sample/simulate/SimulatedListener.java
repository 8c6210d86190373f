package io.shelfwright.sample.simulate;

import io.shelfwright.api.Card;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Shelf;
import io.shelfwright.sample.data.Draws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reacts to pages: sees each card with the probability of its slot, independently, and does at most one thing with it.
 *
 * <p>Draws depend on the seed, the request and the slot only, so one more card changes nothing for the others.
 */
final class SimulatedListener {
    private static final long FIRST_SECOND = 2;

    private final SimulationWorld world;
    private final Examination examination = new Examination();

    SimulatedListener(SimulationWorld world) {
        this.world = world;
    }

    /** Returns what happens on a page in the order of time, one second a card, ready to be recorded. */
    List<Interaction> reactions(HomePage page) {
        List<Interaction> reactions = new ArrayList<>();
        Instant at = page.at().plusSeconds(FIRST_SECOND);
        for (Shelf shelf : page.shelves()) {
            for (Card card : shelf.cards()) {
                Draws draws = new Draws(world.seed(), 21, Keys.of(page.requestId()), shelf.row(), card.column());
                if (draws.next() < examination.of(shelf.row(), card.column())) {
                    Instant seen = at;
                    react(page.userId(), card, page.at(), draws, reaction -> reaction.at(seen), reactions);
                    at = at.plusSeconds(1);
                }
            }
        }
        return reactions;
    }

    private void react(
            String user,
            Card card,
            Instant at,
            Draws draws,
            UnaryOperator<Interaction> timed,
            List<Interaction> reactions) {
        reactions.add(timed.apply(Feedback.seen(user, card)));
        Chances chances = Chances.of(world.appeal().of(user, world.item(card.itemId()), at));
        double draw = draws.next();
        if (draw < chances.stream()) {
            reactions.add(timed.apply(Feedback.play(user, card)));
            if (draw < chances.save()) {
                reactions.add(timed.apply(Feedback.save(user, card)));
            }
        } else if (draw < chances.stream() + chances.hide()) {
            reactions.add(timed.apply(Feedback.hide(user, card)));
        } else if (draw < chances.stream() + chances.hide() + chances.skip()) {
            reactions.add(timed.apply(Feedback.skip(user, card)));
        }
    }
}
