package io.shelfwright.sample.data.kinds;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.Importer;
import io.shelfwright.sample.data.lastfm.LastfmImporter;
import io.shelfwright.sample.data.listens.ListenBrainzImporter;
import io.shelfwright.sample.data.listens.SpotifyHistoryImporter;
import io.shelfwright.sample.data.podcasts.ApplePodcastsImporter;
import io.shelfwright.sample.data.spotify.SpotifySongsImporter;
import java.nio.file.Path;
import java.util.List;

/** The kinds of input that can be imported. */
public final class ImportKinds {
    private static final List<Importer> IMPORTERS = List.of(
            new LastfmImporter(),
            new SpotifySongsImporter(),
            new ApplePodcastsImporter(),
            new ListenBrainzImporter(),
            new SpotifyHistoryImporter());

    private ImportKinds() {}

    /** Returns the kinds, as they are written on the command line. */
    public static List<String> names() {
        return IMPORTERS.stream().map(Importer::kind).toList();
    }

    /**
     * Imports a folder, and says how many artists are now joined with another source.
     *
     * @throws BadRequestException if the kind is unknown, or the input missing, truncated or the wrong one
     * @throws io.shelfwright.api.CatalogException if the data directory cannot be read or written
     */
    public static ImportReport run(String kind, Path from, DataDirectory data) {
        for (Importer importer : IMPORTERS) {
            if (importer.kind().equals(kind)) {
                ImportReport report = importer.run(from, data);
                return report.withJoinedArtists(data.source().joinedArtists());
            }
        }
        throw new BadRequestException("unknown kind '" + kind + "'; available are " + String.join(", ", names()));
    }
}
