package io.shelfwright.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thing that can be shown on a page.
 *
 * @param id unique in the catalog, stable over time, at most 512 characters
 * @param kind what it is
 * @param title what a listener reads; any script
 * @param artistIds artists in order of importance; an artist item names itself; empty where there is none
 * @param genres genres or tags, lower case, in order of importance
 * @param language BCP 47 primary language, empty where unknown or not applicable
 * @param publisher label or publisher, empty where unknown
 * @param markets ISO 3166 codes in which it may be shown; {@link #EVERYWHERE} alone for all of them; empty is unknown,
 *     and unknown is not shown
 * @param explicitness whether it is marked as explicit
 * @param minimumAge youngest age it may be shown to in years, 0 for everyone, -1 where unknown
 * @param releasedAt when it was (or will be) released; null where unknown
 * @param basePopularity popularity the source states, 0..1; NaN where unknown
 * @param description free text, may be empty
 */
public record Item(
        String id,
        ItemKind kind,
        String title,
        List<String> artistIds,
        List<String> genres,
        String language,
        String publisher,
        Set<String> markets,
        Explicitness explicitness,
        int minimumAge,
        @Nullable Instant releasedAt,
        double basePopularity,
        String description) {

    /** The only member of {@link #markets()} when an item may be shown in every market. */
    public static final String EVERYWHERE = "*";

    public Item {
        Check.id(id, "item id");
        artistIds = List.copyOf(artistIds);
        genres = List.copyOf(genres);
        markets = Set.copyOf(markets);
        if (basePopularity < 0 || basePopularity > 1) {
            throw new IllegalArgumentException(
                    "base popularity of item " + id + " is " + basePopularity + ", allowed is 0 to 1 or NaN");
        }
    }

    /** Returns a builder for an item shown everywhere, clean, for all ages, of which nothing else is known. */
    public static ItemBuilder builder(String id, ItemKind kind, String title) {
        return new ItemBuilder(id, kind, title);
    }
}
