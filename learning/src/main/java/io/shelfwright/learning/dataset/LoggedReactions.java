package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.LogReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The interactions of a log that count, by the page they name: each once, none that was taken back. */
final class LoggedReactions {
    private static final Comparator<Interaction> BY_TIME =
            Comparator.comparing(Interaction::time).thenComparing(Interaction::id);

    private final Map<PageKey, List<Interaction>> byPage = new HashMap<>();
    private final Set<Id> known = new HashSet<>();
    private final Set<Id> undone = new HashSet<>();
    private long duplicates;
    private long undos;
    private long takenBack;
    private long unattached;
    private long kept;

    private record Id(String userId, String interactionId) {}

    private LoggedReactions() {}

    /** What was read, and the state of the files it was read from. */
    record Read(LoggedReactions reactions, LogReport log) {}

    static Read read(ExperienceLogReader reader) {
        LoggedReactions reactions = new LoggedReactions();
        LogReport log = reader.interactions(reactions::add);
        reactions.dropUndone();
        return new Read(reactions, log);
    }

    /** Returns the reactions to a page, impressions among them, by time. */
    List<Interaction> of(PageKey page) {
        return byPage.getOrDefault(page, List.of());
    }

    long duplicates() {
        return duplicates;
    }

    /** Returns the number of interactions that were taken back or took one back. */
    long undone() {
        return undos + takenBack;
    }

    long unattached() {
        return unattached;
    }

    long kept() {
        return kept;
    }

    private void add(Interaction interaction) {
        if (!known.add(new Id(interaction.userId(), interaction.id()))) {
            duplicates++;
        } else if (interaction.type() == InteractionType.UNDO) {
            undone.add(new Id(interaction.userId(), interaction.undoes()));
            undos++;
        } else if (interaction.requestId().isEmpty() || interaction.targetType() != TargetType.ITEM) {
            unattached++;
        } else {
            byPage.computeIfAbsent(
                            new PageKey(interaction.userId(), interaction.requestId()), page -> new ArrayList<>())
                    .add(interaction);
        }
    }

    private void dropUndone() {
        for (List<Interaction> reactions : byPage.values()) {
            int before = reactions.size();
            reactions.removeIf(reaction -> undone.contains(new Id(reaction.userId(), reaction.id())));
            takenBack += before - reactions.size();
            kept += reactions.size();
            reactions.sort(BY_TIME);
        }
    }
}
