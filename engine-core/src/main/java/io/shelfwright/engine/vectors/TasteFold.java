package io.shelfwright.engine.vectors;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.TasteVector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user's taste in every space of a catalog, made apart from training; immutable.
 *
 * <p>It is a left fold: {@code plus} of the same interactions in the same order gives the same bits, whether they come one
 * by one or all at once. What is undone is left out by folding again, as taking something away from a factor is not exact.
 * One interaction costs O(d^2). Plays, saves, likes and follows count; skips, negative feedback and impressions do not
 * change what a user likes: rules see to them. A follow of an artist counts where the catalog has the artist as an item.
 */
public final class TasteFold {
    private final Catalog catalog;
    private final SpaceTaste[] spaces;
    private @Nullable TasteVector @Nullable [] vectors;

    private TasteFold(Catalog catalog, SpaceTaste[] spaces) {
        this.catalog = catalog;
        this.spaces = spaces;
    }

    /** Returns the taste of a user who did nothing yet. */
    public static TasteFold none(Catalog catalog) {
        return new TasteFold(
                catalog,
                catalog.vectorSpaces().stream()
                        .map(space -> SpaceTaste.none(catalog.vectors(space).orElseThrow()))
                        .toArray(SpaceTaste[]::new));
    }

    /** Returns whether this is the taste in a catalog, and not in another one of the same version. */
    public boolean of(Catalog other) {
        return catalog == other;
    }

    /**
     * Returns the taste after one more interaction.
     *
     * @param interaction not undone, with a time that is not before that of the one added last
     */
    public TasteFold plus(Interaction interaction) {
        if (spaces.length == 0 || !PlayedItem.counts(interaction.type())) {
            return this;
        }
        int item = item(interaction);
        if (item < 0) {
            return this;
        }
        double time = interaction.time().getEpochSecond() + interaction.time().getNano() * 1e-9;
        SpaceTaste[] changed = new SpaceTaste[spaces.length];
        for (int s = 0; s < changed.length; s++) {
            changed[s] = spaces[s].plus(item, interaction.type(), interaction.amount(), time);
        }
        return new TasteFold(catalog, changed);
    }

    private int item(Interaction interaction) {
        int item = catalog.indexOf(interaction.targetId());
        if (item < 0 || interaction.targetType() == TargetType.ITEM) {
            return item;
        }
        Item named = catalog.item(item);
        return interaction.targetType() == TargetType.ARTIST && named.kind().equals(ItemKind.ARTIST) ? item : -1;
    }

    /** Returns the vector in a space; computed once, in O(d^2). */
    public Optional<TasteVector> vector(String space) {
        for (TasteVector vector : computed()) {
            if (vector != null && vector.space().equals(space)) {
                return Optional.of(vector);
            }
        }
        return Optional.empty();
    }

    /** Two threads that both come first compute the same vectors. */
    private @Nullable TasteVector[] computed() {
        @Nullable TasteVector[] known = vectors;
        if (known == null) {
            known = new TasteVector[spaces.length];
            for (int s = 0; s < known.length; s++) {
                known[s] = spaces[s].vector();
            }
            vectors = known;
        }
        return known;
    }

    /** Returns about how much memory this takes beside what all users share, in bytes. */
    public long bytes() {
        long bytes = 0;
        for (SpaceTaste space : spaces) {
            bytes += space.bytes();
        }
        return bytes;
    }
}
