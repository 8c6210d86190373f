package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** What the item is, whoever looks at it. */
final class ItemFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of("item.kind_album", "Whether it is an album.", "flag", 0, 1),
            of("item.kind_artist", "Whether it is an artist.", "flag", 0, 1),
            of("item.kind_playlist", "Whether it is a playlist.", "flag", 0, 1),
            of("item.kind_podcast", "Whether it is a podcast show.", "flag", 0, 1),
            of("item.genre_count_log", "How many genres it states.", "ln(1 + genres)", 0, 8),
            of("item.artist_count_log", "How many artists it states.", "ln(1 + artists)", 0, 12),
            of("item.explicit", "Whether it is marked as explicit; missing where unknown.", "flag", 0, 1));

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        request.snapshot().putItemValues(request.candidates().itemIndex(candidate), row);
    }

    /** Writes an item's values, computed once for a snapshot. */
    static void describe(Item item, float[] values, int from) {
        ItemKind kind = item.kind();
        values[from] = flag(kind.equals(ItemKind.ALBUM));
        values[from + 1] = flag(kind.equals(ItemKind.ARTIST));
        values[from + 2] = flag(kind.equals(ItemKind.PLAYLIST));
        values[from + 3] = flag(kind.equals(ItemKind.PODCAST_SHOW));
        values[from + 4] = (float) Math.log1p(item.genres().size());
        values[from + 5] = (float) Math.log1p(item.artistIds().size());
        values[from + 6] = explicit(item.explicitness());
    }

    private static float flag(boolean value) {
        return value ? 1 : 0;
    }

    private static float explicit(Explicitness explicitness) {
        return switch (explicitness) {
            case CLEAN -> 0;
            case EXPLICIT -> 1;
            case UNKNOWN -> Float.NaN;
        };
    }
}
