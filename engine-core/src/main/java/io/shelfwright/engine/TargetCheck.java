package io.shelfwright.engine;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.engine.config.Nearest;
import io.shelfwright.spi.Catalog;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Says of an interaction that nothing is known by the name it gives: a slip of the pen had better not look like a success.
 *
 * @param catalog the snapshot in use
 * @param shelves ids of the configured shelves
 * @param shown says whether a shelf that is not configured, but brought by a generator, was shown lately
 */
record TargetCheck(Catalog catalog, Collection<String> shelves, Predicate<String> shown) {

    /** Returns a warning, or nothing. */
    List<String> warnings(Interaction interaction) {
        if (interaction.type() == InteractionType.UNDO) {
            return List.of();
        }
        String id = interaction.targetId();
        return switch (interaction.targetType()) {
            case ITEM -> warn(catalog.indexOf(id) >= 0, "item", id, "");
            case ARTIST -> warn(!catalog.itemsByArtist(id).isEmpty(), "artist of any item", id, "");
            case GENRE -> warn(knowsGenre(id), "genre of any item", id, "");
            case KIND -> {
                TreeSet<String> kinds = new TreeSet<>();
                catalog.kinds().forEach(kind -> kinds.add(kind.name()));
                yield warn(kinds.contains(id.toLowerCase(Locale.ROOT)), "kind of item", id, Nearest.hint(id, kinds));
            }
            case SHELF ->
                shelves.contains(id) || shown.test(id)
                        ? List.of()
                        : List.of("the configuration has no shelf '" + id
                                + "', and no generator brought one of this id to a page of this engine lately"
                                + Nearest.hint(id, shelves) + recorded());
        };
    }

    /** Genres and kinds are hidden whatever their case. */
    private boolean knowsGenre(String genre) {
        return !catalog.itemsOfGenre(genre).isEmpty()
                || !catalog.itemsOfGenre(genre.toLowerCase(Locale.ROOT)).isEmpty();
    }

    private List<String> warn(boolean known, String what, String id, String hint) {
        return known
                ? List.of()
                : List.of("snapshot " + catalog.version() + " knows no " + what + " '" + id + "'" + hint + recorded());
    }

    private static String recorded() {
        return " (it is recorded all the same)";
    }
}
