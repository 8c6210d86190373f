package io.shelfwright.sample.data.podcasts;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.Importer;
import io.shelfwright.sample.data.SourceWriter;
import io.shelfwright.sample.data.reading.BadRow;
import io.shelfwright.sample.data.reading.BadRows;
import io.shelfwright.sample.data.reading.CsvFile;
import io.shelfwright.sample.data.reading.InputFolder;
import io.shelfwright.sample.data.reading.JsonArrayFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Imports podcast shows: Apple's popular pages of 2019, completed by the iTunes Lookup API of February 2020.
 *
 * <p>Reads {@code apple_podcasts_info_2019.json} and, where it is there, {@code itunes_lookup_podcasts_2020.csv} (latest
 * episode, advisory rating). Shows are in English, as the pages are those of the American shop; feeds are open, so they are
 * shown everywhere. A show without an advisory is of unknown explicitness.
 */
public final class ApplePodcastsImporter implements Importer {
    static final String KIND = "apple-podcasts";

    /** The same "now" as that of the music; episodes that came later are read as if they had come just then. */
    private static final Instant REFERENCE_TIME = Instant.parse("2020-02-01T00:00:00Z");

    private static final int LONGEST_DESCRIPTION = 600;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportReport run(Path from, DataDirectory data) {
        InputFolder folder = InputFolder.open(KIND, from);
        Shows shows = new Shows();
        new JsonArrayFile(folder.needed("apple_podcasts_info_2019.json")).read(shows.bad, entry -> {
            Show show = Show.of(entry);
            if (shows.byId.putIfAbsent(show.id(), show) != null) {
                throw new BadRow("repeated show", "show " + show.id() + " came before");
            }
        });
        folder.optional("itunes_lookup_podcasts_2020.csv")
                .ifPresent(file -> new CsvFile(file, Lookup.COLUMNS).read(shows.bad, (fields, line) -> {
                    Lookup lookup = Lookup.of(fields);
                    Lookup before = shows.lookups.putIfAbsent(lookup.id(), lookup);
                    if (before != null && !before.equals(lookup)) {
                        throw new BadRow(
                                "contradicting lookup", "show " + lookup.id() + " came before with other values");
                    }
                }));
        return data.replaceSource(KIND, shows::write);
    }

    /** What the files hold. */
    private static final class Shows {
        private final BadRows bad = new BadRows();
        private final TreeMap<Long, Show> byId = new TreeMap<>();
        private final TreeMap<Long, Lookup> lookups = new TreeMap<>();
        private long completed;
        private long named;
        private long withoutGenre;
        private long clamped;

        ImportReport write(SourceWriter writer) {
            for (Show show : byId.values()) {
                writer.item(item(show, lookups.get(show.id())));
            }
            TreeMap<String, Long> counts = new TreeMap<>();
            counts.put("shows", (long) byId.size());
            counts.put("shows completed by the lookup", completed);
            List<String> notes = List.of(
                    named + " shows have no title in the list; it was taken from the lookup or from the link.",
                    withoutGenre + " shows have no genre in any file.",
                    clamped + " shows have an episode after " + REFERENCE_TIME + "; it was dated to that time.",
                    "Language is English and all markets are open, as nothing else is in the data.");
            return new ImportReport(KIND, REFERENCE_TIME, counts, bad.groups(), notes);
        }

        private Item item(Show show, @Nullable Lookup lookup) {
            completed += lookup == null ? 0 : 1;
            named += show.title().isEmpty() ? 1 : 0;
            List<String> genres = genres(show, lookup);
            withoutGenre += genres.isEmpty() ? 1 : 0;
            return Item.builder("show:apple:" + show.id(), ItemKind.PODCAST_SHOW, title(show, lookup))
                    .genres(genres)
                    .language("en")
                    .publisher(first(show.producer(), lookup == null ? "" : lookup.publisher()))
                    .explicitness(lookup == null ? Explicitness.UNKNOWN : lookup.explicitness())
                    .releasedAt(released(lookup))
                    .basePopularity(show.popularity())
                    .description(shortened(show.description()))
                    .build();
        }

        private @Nullable Instant released(@Nullable Lookup lookup) {
            if (lookup == null) {
                return null;
            }
            boolean later = lookup.latestEpisode().isAfter(REFERENCE_TIME);
            clamped += later ? 1 : 0;
            return later ? REFERENCE_TIME : lookup.latestEpisode();
        }

        private static String title(Show show, @Nullable Lookup lookup) {
            String known = first(show.title(), lookup == null ? "" : lookup.title());
            return first(known, first(show.titleOfLink(), "Show " + show.id()));
        }

        private static List<String> genres(Show show, @Nullable Lookup lookup) {
            Set<String> genres = new LinkedHashSet<>();
            genres.add(show.genre().toLowerCase(Locale.ROOT));
            genres.add(lookup == null ? "" : lookup.genre().toLowerCase(Locale.ROOT));
            genres.remove("");
            return List.copyOf(genres);
        }

        private static String first(String text, String otherwise) {
            return text.isEmpty() ? otherwise : text;
        }

        private static String shortened(String text) {
            if (text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION) {
                return text;
            }
            return text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION))
                            .strip() + "\u2026";
        }
    }
}
