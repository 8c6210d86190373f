package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The interactions that count: without undone ones and the undoing ones, by time, ties in the order of recording. */
final class EffectiveInteractions {
    private static final Comparator<Interaction> BY_TIME = Comparator.comparing(Interaction::time);

    private EffectiveInteractions() {}

    static Interaction[] of(List<Interaction> recorded) {
        Set<String> undone = undone(recorded);
        Interaction[] kept = new Interaction[recorded.size()];
        int count = 0;
        boolean ordered = true;
        for (Interaction interaction : recorded) {
            if (interaction.type() == InteractionType.UNDO || undone.contains(interaction.id())) {
                continue;
            }
            ordered &= count == 0 || BY_TIME.compare(kept[count - 1], interaction) <= 0;
            kept[count++] = interaction;
        }
        Interaction[] effective = count == kept.length ? kept : Arrays.copyOf(kept, count);
        if (!ordered) {
            Arrays.sort(effective, BY_TIME);
        }
        return effective;
    }

    private static Set<String> undone(List<Interaction> recorded) {
        Set<String> undone = Set.of();
        for (Interaction interaction : recorded) {
            if (interaction.type() == InteractionType.UNDO) {
                if (undone.isEmpty()) {
                    undone = new HashSet<>();
                }
                undone.add(interaction.undoes());
            }
        }
        return undone;
    }
}
