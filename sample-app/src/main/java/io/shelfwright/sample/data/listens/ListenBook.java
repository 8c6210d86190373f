package io.shelfwright.sample.data.listens;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemBuilder;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.UserProfile;
import io.shelfwright.sample.data.ArtistEntry;
import io.shelfwright.sample.data.ArtistKey;
import io.shelfwright.sample.data.ImportReport;
import io.shelfwright.sample.data.SourceWriter;
import io.shelfwright.sample.data.reading.BadRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers one listener's listens and writes them as plays of albums (of artists, where no album is named) and of podcast
 * shows; a listen that is there twice counts once.
 *
 * <p>Nothing personal is kept: the listener is called {@code <kind>:listener}, places and devices are not read.
 */
final class ListenBook {
    final BadRows bad = new BadRows();

    private final String kind;
    private final Set<Listen> listens = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final TreeMap<String, Item> items = new TreeMap<>();
    private final TreeMap<String, ArtistEntry> artists = new TreeMap<>();
    private long repeated;

    ListenBook(String kind) {
        this.kind = kind;
    }

    void add(Listen listen) {
        if (!listens.add(listen)) {
            repeated++;
        }
    }

    void note(String note) {
        notes.add(note);
    }

    void checkNotEmpty(Path from, String expected) {
        if (listens.isEmpty()) {
            throw new BadRequestException(from + " holds no listen that " + kind + " can read; expected " + expected);
        }
    }

    ImportReport write(SourceWriter writer) throws IOException {
        List<Listen> sorted = new ArrayList<>(listens);
        sorted.sort(Comparator.comparing(Listen::at).thenComparing(Listen::toString));
        String user = kind + ":listener";
        writer.profile(new UserProfile(user, "", "", -1, true, "", sorted.get(0).at()));
        for (Listen listen : sorted) {
            String item = item(listen);
            // Of the listen alone, so that a later and longer export gives the same listen the same id.
            String id = kind + ":" + listen.at().getEpochSecond() + ":" + item + ":" + slug(listen.track());
            InteractionType type = listen.skipped() ? InteractionType.SKIP : InteractionType.PLAY;
            writer.interaction(Interaction.of(user, type, item).withId(id).at(listen.at()));
        }
        artists.values().forEach(writer::artist);
        items.values().forEach(writer::item);
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("artists", (long) artists.size());
        counts.put("items", writer.itemCount());
        counts.put("listens", writer.interactionCount());
        notes.add(repeated + " listens were there more than once; each counts once.");
        Instant last = sorted.get(sorted.size() - 1).at();
        return new ImportReport(kind, last.plusSeconds(1), counts, bad.groups(), notes);
    }

    private String item(Listen listen) {
        if (!listen.show().isEmpty()) {
            String id = "show:name:" + slug(listen.show());
            keep(id, ItemKind.PODCAST_SHOW, listen.show(), List.of());
            return id;
        }
        String artist = ArtistKey.idOf(listen.artist());
        artists.merge(
                artist,
                new ArtistEntry(artist, listen.artist(), 1),
                (a, b) -> new ArtistEntry(a.id(), a.name(), a.weight() + 1));
        keep(artist, ItemKind.ARTIST, listen.artist(), List.of(artist));
        if (listen.release().isEmpty()) {
            return artist;
        }
        String album = "album:name:" + slug(listen.artist()) + ":" + slug(listen.release());
        keep(album, ItemKind.ALBUM, listen.release(), List.of(artist));
        return album;
    }

    private void keep(String id, ItemKind itemKind, String title, List<String> by) {
        ItemBuilder item = Item.builder(id, itemKind, title).artists(by);
        if (!itemKind.equals(ItemKind.ARTIST)) {
            item.explicitness(Explicitness.UNKNOWN);
        }
        items.putIfAbsent(id, item.build());
    }

    private static String slug(String name) {
        return ArtistKey.idOf(name).substring(ArtistKey.BY_NAME.length());
    }
}
