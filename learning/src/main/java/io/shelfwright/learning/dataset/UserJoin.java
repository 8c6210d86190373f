package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.TargetType;
import io.shelfwright.learning.dataset.JoinedPage.JoinedCard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the pages of one user with what the user did within the attribution windows. Thread-safe.
 *
 * <p>What was not seen is no negative: where a page has impressions, only the cards seen are given. The page's time is the
 * one it was built for, which simulations set, and not the one at which a machine answered. The order of pages and
 * interactions does not matter.
 */
public final class UserJoin {
    private static final Comparator<Interaction> BY_TIME =
            Comparator.comparing(Interaction::time).thenComparing(Interaction::id);
    private static final Comparator<Interaction> EXACT = BY_TIME.thenComparing(Interaction::type)
            .thenComparing(Interaction::targetId)
            .thenComparing(Interaction::requestId);
    private static final Comparator<PageRecord> BY_AGE = Comparator.comparing(
                    (PageRecord page) -> page.page().at())
            .thenComparing(page -> page.page().requestId())
            .thenComparing(PageRecord::cursor)
            .thenComparing(PageRecord::servedAt);

    private final Attribution attribution;

    /** Makes a join. */
    public UserJoin(Attribution attribution) {
        this.attribution = attribution;
    }

    /**
     * Returns the pages of a user, each once, by time, with the reactions to their cards.
     *
     * @param pages of one user
     * @param interactions of the same user, those included that belong to no page
     * @param tally given where each page and interaction went; {@link JoinReport} names the counts
     */
    public List<JoinedPage> join(List<PageRecord> pages, List<Interaction> interactions, Tally tally) {
        Map<String, List<Interaction>> byRequest = byRequest(interactions, tally);
        List<PageRecord> ordered = new ArrayList<>(pages);
        ordered.sort(BY_AGE);
        Set<String> served = new HashSet<>();
        List<JoinedPage> joined = new ArrayList<>();
        tally.add("pages", pages.size());
        for (PageRecord page : ordered) {
            String request = page.page().requestId();
            if (served.add(request + '\0' + page.cursor())) {
                joined.add(join(page, byRequest.getOrDefault(request, List.of()), tally));
            } else {
                tally.add("repeatedPages", 1);
            }
        }
        return joined;
    }

    /** Returns the interactions of one user that belong to a card and stand, each once, by request and in order of time. */
    static Map<String, List<Interaction>> byRequest(List<Interaction> interactions, Tally tally) {
        tally.add("interactions", interactions.size());
        List<Interaction> ordered = new ArrayList<>(interactions);
        ordered.sort(EXACT);
        Map<String, Interaction> known = new LinkedHashMap<>();
        Set<String> undone = new HashSet<>();
        for (Interaction interaction : ordered) {
            if (known.putIfAbsent(interaction.id(), interaction) != null) {
                tally.add("duplicates", 1);
            } else if (interaction.type() == InteractionType.UNDO) {
                undone.add(interaction.undoes());
            }
        }
        Map<String, List<Interaction>> byRequest = new HashMap<>();
        for (Interaction interaction : known.values()) {
            if (interaction.type() == InteractionType.UNDO) {
                tally.add("undone", 1);
            } else if (interaction.requestId().isEmpty() || interaction.targetType() != TargetType.ITEM) {
                tally.add("unattached", 1);
            } else if (undone.contains(interaction.id())) {
                tally.add("undone", 1);
            } else {
                tally.add("kept", 1);
                byRequest
                        .computeIfAbsent(interaction.requestId(), request -> new ArrayList<>())
                        .add(interaction);
            }
        }
        return byRequest;
    }

    private JoinedPage join(PageRecord page, List<Interaction> named, Tally tally) {
        Map<String, List<Interaction>> byItem = new HashMap<>();
        page.slots().forEach(slot -> byItem.put(slot.itemId(), new ArrayList<>()));
        Set<String> seen = new HashSet<>();
        boolean viewportLogged = false;
        Instant start = page.page().at();
        for (Interaction interaction : named) {
            List<Interaction> reactions = byItem.get(interaction.targetId());
            if (reactions == null) {
                continue;
            }
            viewportLogged |= interaction.type() == InteractionType.IMPRESSION;
            Duration after = Duration.between(start, interaction.time());
            if (after.isNegative()) {
                tally.add("early", 1);
            } else if (!attribution.holds(start, interaction)) {
                tally.add("late", 1);
            } else {
                tally.add("attributed", 1);
                if (interaction.type() == InteractionType.IMPRESSION) {
                    seen.add(interaction.targetId());
                } else {
                    reactions.add(interaction);
                }
            }
        }
        tally.add("pagesWithImpressions", viewportLogged ? 1 : 0);
        return new JoinedPage(page, viewportLogged, examined(page, viewportLogged, seen, byItem, tally));
    }

    private static List<JoinedCard> examined(
            PageRecord page,
            boolean viewportLogged,
            Set<String> seen,
            Map<String, List<Interaction>> byItem,
            Tally tally) {
        List<JoinedCard> examined = new ArrayList<>();
        for (int position = 0; position < page.slots().size(); position++) {
            SlotRecord slot = page.slots().get(position);
            List<Interaction> reactions = byItem.getOrDefault(slot.itemId(), List.of());
            if (!viewportLogged || seen.contains(slot.itemId())) {
                examined.add(new JoinedCard(position, slot, reactions));
                tally.add("cards", 1);
            } else {
                tally.add("unseenCards", 1);
                tally.add("reactionsToUnseen", reactions.size());
            }
        }
        return examined;
    }
}
