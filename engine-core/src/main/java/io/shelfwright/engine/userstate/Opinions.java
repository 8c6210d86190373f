package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.NegativeFeedback;
import io.shelfwright.spi.PositiveFeedback;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user said about targets: likes, saves and follows, dislikes and hides; changed by one fold, then only read. */
final class Opinions {
    private static final Comparator<PositiveFeedback> OLDEST_FIRST =
            Comparator.comparing(PositiveFeedback::at).thenComparing(PositiveFeedback::interactionId);

    private PersistentMap<Favourite> favourites = PersistentMap.empty();
    private Appended<NegativeFeedback> negative = Appended.empty();
    private @Nullable List<PositiveFeedback> positive;

    Opinions copy() {
        Opinions copy = new Opinions();
        copy.favourites = favourites;
        copy.negative = negative;
        return copy;
    }

    void favour(Interaction interaction, Object owner) {
        PositiveFeedback said = new PositiveFeedback(
                interaction.id(),
                interaction.type(),
                interaction.targetType(),
                interaction.targetId(),
                interaction.time());
        favourites =
                favourites.put(key(interaction.targetType(), interaction.targetId()), new Favourite(said, true), owner);
    }

    void disfavour(Interaction interaction, Object owner) {
        boolean hidden = interaction.type() == InteractionType.HIDE;
        negative = negative.plus(new NegativeFeedback(
                interaction.id(), interaction.targetType(), interaction.targetId(), interaction.time(), hidden));
        String key = key(interaction.targetType(), interaction.targetId());
        Favourite favourite = favourites.get(key);
        if (!hidden && favourite != null) {
            favourites = favourites.put(key, new Favourite(favourite.said, false), owner);
        }
    }

    boolean isFavourite(String id) {
        Favourite favourite = favourites.get(id);
        return favourite != null && favourite.inForce;
    }

    List<NegativeFeedback> negative() {
        return negative;
    }

    /** Returns what is in force, oldest first; sorted when first asked for. */
    List<PositiveFeedback> positive() {
        List<PositiveFeedback> known = positive;
        if (known == null) {
            List<PositiveFeedback> found = new ArrayList<>(favourites.size());
            favourites.forEach((key, favourite) -> {
                if (favourite.inForce) {
                    found.add(favourite.said);
                }
            });
            found.sort(OLDEST_FIRST);
            known = List.copyOf(found);
            positive = known;
        }
        return known;
    }

    /** Items and artists are looked up by their plain id for every candidate; no id holds a NUL. */
    private static String key(TargetType type, String targetId) {
        return switch (type) {
            case ITEM, ARTIST -> targetId;
            case GENRE, SHELF, KIND -> type.name() + '\u0000' + targetId;
        };
    }

    private record Favourite(PositiveFeedback said, boolean inForce) {}
}
