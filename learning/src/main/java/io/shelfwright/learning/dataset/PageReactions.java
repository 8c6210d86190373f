package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What users did with the cards of logged pages, by the same rules as a dataset: each interaction once, none that was taken
 * back, each within the attribution window of its type. Holds all interactions of a log in memory; immutable and thread-safe.
 */
public final class PageReactions {
    private final Map<String, Map<String, List<Interaction>>> byUser = new HashMap<>();
    private final Attribution attribution;

    private PageReactions(Attribution attribution) {
        this.attribution = attribution;
    }

    /**
     * Reads a log.
     *
     * @throws io.shelfwright.api.ExperienceException if it is damaged
     */
    public static PageReactions read(ExperienceLogReader log, Attribution attribution) {
        Map<String, List<Interaction>> users = new HashMap<>();
        log.interactions(interaction -> users.computeIfAbsent(interaction.userId(), user -> new ArrayList<>())
                .add(interaction));
        PageReactions read = new PageReactions(attribution);
        users.forEach((user, done) -> read.byUser.put(user, UserJoin.byRequest(done, new Tally())));
        return read;
    }

    /** Returns the reactions to each card of a page, in the order of its slots and of time, impressions left out. */
    public List<List<Interaction>> of(PageRecord page) {
        List<Interaction> named = byUser.getOrDefault(page.page().userId(), Map.of())
                .getOrDefault(page.page().requestId(), List.of());
        List<List<Interaction>> reactions = new ArrayList<>();
        for (SlotRecord slot : page.slots()) {
            List<Interaction> toCard = new ArrayList<>();
            for (Interaction interaction : named) {
                if (interaction.type() != InteractionType.IMPRESSION
                        && interaction.targetId().equals(slot.itemId())
                        && attribution.holds(page.page().at(), interaction)) {
                    toCard.add(interaction);
                }
            }
            reactions.add(toCard);
        }
        return reactions;
    }
}
