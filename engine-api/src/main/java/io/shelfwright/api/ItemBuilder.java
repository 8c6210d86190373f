package io.shelfwright.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Item}; not thread-safe. */
public final class ItemBuilder {
    private final String id;
    private final ItemKind kind;
    private final String title;
    private List<String> artistIds = List.of();
    private List<String> genres = List.of();
    private String language = "";
    private String publisher = "";
    private Set<String> markets = Set.of(Item.EVERYWHERE);
    private Explicitness explicitness = Explicitness.CLEAN;
    private int minimumAge;
    private @Nullable Instant releasedAt;
    private double basePopularity = Double.NaN;
    private String description = "";

    ItemBuilder(String id, ItemKind kind, String title) {
        this.id = id;
        this.kind = kind;
        this.title = title;
    }

    public ItemBuilder artists(List<String> value) {
        artistIds = value;
        return this;
    }

    public ItemBuilder artists(String... value) {
        return artists(List.of(value));
    }

    public ItemBuilder genres(List<String> value) {
        genres = value;
        return this;
    }

    public ItemBuilder genres(String... value) {
        return genres(List.of(value));
    }

    public ItemBuilder language(String value) {
        language = value;
        return this;
    }

    public ItemBuilder publisher(String value) {
        publisher = value;
        return this;
    }

    public ItemBuilder markets(Set<String> value) {
        markets = value;
        return this;
    }

    public ItemBuilder explicitness(Explicitness value) {
        explicitness = value;
        return this;
    }

    public ItemBuilder minimumAge(int value) {
        minimumAge = value;
        return this;
    }

    public ItemBuilder releasedAt(@Nullable Instant value) {
        releasedAt = value;
        return this;
    }

    public ItemBuilder basePopularity(double value) {
        basePopularity = value;
        return this;
    }

    public ItemBuilder description(String value) {
        description = value;
        return this;
    }

    public Item build() {
        return new Item(
                id,
                kind,
                title,
                artistIds,
                genres,
                language,
                publisher,
                markets,
                explicitness,
                minimumAge,
                releasedAt,
                basePopularity,
                description);
    }
}
