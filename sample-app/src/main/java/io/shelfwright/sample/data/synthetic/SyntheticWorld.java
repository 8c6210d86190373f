package io.shelfwright.sample.data.synthetic;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.sample.data.ArtistEntry;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.SourceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The built-in world for the demo: 60 artists, about 300 albums, 80 playlists, 80 podcast shows and 200 listeners with up to
 * eleven months of history. All of it is synthetic, drawn from a seed; no name, item or listener exists.
 *
 * <p>Written like any import, as the source {@value #KIND}, with two more files beside: the listeners' true tastes (see
 * {@link SyntheticTaste}) and a sample of the editors' file.
 */
public final class SyntheticWorld {
    public static final String KIND = "synthetic";
    public static final long DEFAULT_SEED = 42;
    public static final Instant REFERENCE_TIME = Instant.parse("2024-05-01T12:00:00Z");

    private static final String EDITORIAL = "editorial.yaml";

    private SyntheticWorld() {}

    /** Returns where the sample of the editors' file lies once the world was written. */
    public static Path editorialFile(DataDirectory data) {
        return data.source(KIND).resolve(EDITORIAL);
    }

    /**
     * Writes the world of a seed; the same seed gives the same bytes.
     *
     * @throws io.shelfwright.api.CatalogException if the data directory cannot be written
     */
    public static ImportReport write(DataDirectory data, long seed) {
        SyntheticCatalog catalog = new SyntheticCatalog(seed);
        List<Listener> listeners = SyntheticListeners.of(seed);
        SortedMap<String, SortedMap<String, Double>> tastes = new TreeMap<>();
        listeners.forEach(listener -> tastes.put(listener.profile().userId(), listener.taste()));
        SyntheticTaste taste = new SyntheticTaste(seed, tastes);
        return data.replaceSource(KIND, writer -> {
            List<Item> items = catalog.all();
            for (Item item : items) {
                writer.item(item);
                if (item.kind().equals(ItemKind.ARTIST)) {
                    writer.artist(new ArtistEntry(item.id(), item.title(), item.basePopularity()));
                }
            }
            for (Listener listener : listeners) {
                writer.profile(listener.profile());
                writeAll(writer, new SyntheticHistory(seed, listener, items, taste).interactions());
            }
            writer.extra(SyntheticTaste.FILE, taste.text());
            writer.extra(EDITORIAL, EditorialSample.text(catalog));
            return report(catalog, writer, seed);
        });
    }

    private static void writeAll(SourceWriter writer, List<Interaction> interactions) throws IOException {
        for (Interaction interaction : interactions) {
            writer.interaction(interaction);
        }
    }

    private static ImportReport report(SyntheticCatalog catalog, SourceWriter writer, long seed) {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("albums", (long) catalog.albums.size());
        counts.put("artists", (long) catalog.artists.size());
        counts.put("interactions", writer.interactionCount());
        counts.put("playlists", (long) catalog.playlists.size());
        counts.put("shows", (long) catalog.shows.size());
        counts.put("users", writer.profileCount());
        return new ImportReport(
                KIND,
                REFERENCE_TIME,
                counts,
                List.of(),
                List.of("Everything here is synthetic, drawn from seed " + seed + "."));
    }
}
