package io.shelfwright.learning.whatif;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.TargetType;
import io.shelfwright.engine.experience.ExperienceLogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users did with the cards of logged pages: each interaction once, none that was taken back. */
final class LoggedReactionTypes {
    private final Map<Target, List<Interaction>> byCard = new HashMap<>();
    private final Duration attribution;

    private record Target(String userId, String requestId, String itemId) {}

    private record Id(String userId, String interactionId) {}

    private LoggedReactionTypes(Duration attribution) {
        this.attribution = attribution;
    }

    static LoggedReactionTypes read(ExperienceLogReader log, Duration attribution) {
        Set<Id> undone = new HashSet<>();
        log.interactions(interaction -> {
            if (interaction.type() == InteractionType.UNDO) {
                undone.add(new Id(interaction.userId(), interaction.undoes()));
            }
        });
        LoggedReactionTypes read = new LoggedReactionTypes(attribution);
        log.interactions(interaction -> {
            boolean ofCard = !interaction.requestId().isEmpty() && interaction.targetType() == TargetType.ITEM;
            if (ofCard && !undone.contains(new Id(interaction.userId(), interaction.id()))) {
                Target card = new Target(interaction.userId(), interaction.requestId(), interaction.targetId());
                read.byCard.computeIfAbsent(card, key -> new ArrayList<>()).add(interaction);
            }
        });
        return read;
    }

    /** Returns the rewards of a page's cards, in the order of its slots. */
    double[] rewards(PageRecord page, Reward reward) {
        double[] rewards = new double[page.slots().size()];
        Instant start = page.page().at();
        Instant end = start.plus(attribution);
        for (int i = 0; i < rewards.length; i++) {
            SlotRecord slot = page.slots().get(i);
            Target card = new Target(page.page().userId(), page.page().requestId(), slot.itemId());
            EnumSet<InteractionType> done = EnumSet.noneOf(InteractionType.class);
            for (Interaction interaction : byCard.getOrDefault(card, List.of())) {
                if (!interaction.time().isBefore(start) && !interaction.time().isAfter(end)) {
                    done.add(interaction.type());
                }
            }
            rewards[i] = reward.of(done);
        }
        return rewards;
    }
}
