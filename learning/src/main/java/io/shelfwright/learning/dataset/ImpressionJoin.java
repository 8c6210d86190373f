package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.LogReport;
import io.shelfwright.learning.dataset.JoinedPage.JoinedCard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Joins served pages with what their users did within the attribution window; for one use.
 *
 * <p>What was not seen is no negative: where a page has impressions, only the cards seen are given. The page's time is the
 * one it was built for, which simulations set, and not the one at which a machine answered.
 */
final class ImpressionJoin {
    private final Duration attribution;
    private final Set<Served> served = new HashSet<>();
    private long early;
    private long late;
    private long attributed;
    private long pagesWithImpressions;
    private long cards;
    private long unseenCards;
    private long reactionsToUnseen;
    private long repeatedPages;

    /** A page, told from the next page of the same request by its cursor. */
    private record Served(PageKey key, String cursor) {}

    ImpressionJoin(Duration attribution) {
        this.attribution = attribution;
    }

    /**
     * Gives every page of the log once, in the log's order.
     *
     * @throws io.shelfwright.api.ExperienceException if the log is damaged
     */
    JoinReport join(ExperienceLogReader reader, Consumer<JoinedPage> consumer) {
        LoggedReactions.Read read = LoggedReactions.read(reader);
        LoggedReactions reactions = read.reactions();
        LogReport pages = reader.pages(page -> {
            PageKey key = new PageKey(page.page().userId(), page.page().requestId());
            if (served.add(new Served(key, page.cursor()))) {
                consumer.accept(join(page, reactions.of(key)));
            } else {
                repeatedPages++;
            }
        });
        return new JoinReport(
                read.log().records(),
                reactions.duplicates(),
                reactions.undone(),
                reactions.unattached(),
                reactions.kept() - early - late - attributed,
                early,
                late,
                attributed,
                pages.records(),
                repeatedPages,
                pagesWithImpressions,
                cards,
                unseenCards,
                reactionsToUnseen,
                read.log().truncated().size() + pages.truncated().size());
    }

    private JoinedPage join(PageRecord page, List<Interaction> named) {
        Map<String, List<Interaction>> byItem = new HashMap<>();
        page.slots().forEach(slot -> byItem.put(slot.itemId(), new ArrayList<>()));
        Set<String> seen = new HashSet<>();
        boolean viewportLogged = false;
        Instant start = page.page().at();
        Instant end = start.plus(attribution);
        for (Interaction interaction : named) {
            List<Interaction> reactions = byItem.get(interaction.targetId());
            if (reactions == null) {
                continue;
            }
            viewportLogged |= interaction.type() == InteractionType.IMPRESSION;
            if (interaction.time().isBefore(start)) {
                early++;
            } else if (interaction.time().isAfter(end)) {
                late++;
            } else {
                attributed++;
                if (interaction.type() == InteractionType.IMPRESSION) {
                    seen.add(interaction.targetId());
                } else {
                    reactions.add(interaction);
                }
            }
        }
        pagesWithImpressions += viewportLogged ? 1 : 0;
        return new JoinedPage(page, viewportLogged, examined(page, viewportLogged, seen, byItem));
    }

    private List<JoinedCard> examined(
            PageRecord page, boolean viewportLogged, Set<String> seen, Map<String, List<Interaction>> byItem) {
        List<JoinedCard> examined = new ArrayList<>();
        for (int position = 0; position < page.slots().size(); position++) {
            SlotRecord slot = page.slots().get(position);
            List<Interaction> reactions = byItem.getOrDefault(slot.itemId(), List.of());
            if (!viewportLogged || seen.contains(slot.itemId())) {
                examined.add(new JoinedCard(position, slot, List.copyOf(reactions)));
                cards++;
            } else {
                unseenCards++;
                reactionsToUnseen += reactions.size();
            }
        }
        return examined;
    }
}
