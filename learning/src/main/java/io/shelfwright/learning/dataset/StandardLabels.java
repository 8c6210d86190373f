package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.Objective;
import java.util.List;

/** The strongest reaction decides: any positive one is a stream, keeping is a save, refusing is a hide. */
public final class StandardLabels implements LabelPolicy {
    /** A skip says a little against a card: a song may be skipped for many reasons. */
    static final float SKIPPED = 0.2f;

    @Override
    public List<String> objectives() {
        return List.of(Objective.STREAM, Objective.SAVE, Objective.HIDE);
    }

    @Override
    public float label(String objective, List<Interaction> reactions) {
        float strongest = 0;
        for (Interaction reaction : reactions) {
            strongest = Math.max(strongest, label(objective, reaction.type()));
        }
        return strongest;
    }

    private static float label(String objective, InteractionType type) {
        return switch (objective) {
            case Objective.STREAM -> type.isPositive() ? 1 : 0;
            case Objective.SAVE ->
                type == InteractionType.SAVE || type == InteractionType.LIKE || type == InteractionType.FOLLOW ? 1 : 0;
            case Objective.HIDE -> type.isNegative() ? 1 : type == InteractionType.SKIP ? SKIPPED : 0;
            default -> throw new IllegalArgumentException("there is no label for the objective '" + objective + "'");
        };
    }
}
