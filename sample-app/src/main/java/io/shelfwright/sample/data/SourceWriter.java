package io.shelfwright.sample.data;

import com.fasterxml.jackson.core.JsonGenerator;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the files of one source; the same calls give the same bytes. Not thread-safe.
 *
 * <p>Items, artists and profiles may come in any order and are written sorted by id; interactions are written in the order
 * in which they come.
 */
public final class SourceWriter implements AutoCloseable {
    private final Path directory;
    private final TreeMap<String, Item> items = new TreeMap<>();
    private final TreeMap<String, ArtistEntry> artists = new TreeMap<>();
    private final TreeMap<String, UserProfile> profiles = new TreeMap<>();
    private final Writer interactions;
    private final StringBuilder line = new StringBuilder();
    private long interactionCount;

    SourceWriter(Path directory) throws IOException {
        this.directory = directory;
        interactions = new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(
                                Files.newOutputStream(directory.resolve(SourceFiles.INTERACTIONS)), 1 << 16),
                        StandardCharsets.UTF_8),
                1 << 16);
    }

    public void item(Item item) {
        if (items.put(item.id(), item) != null) {
            throw new IllegalArgumentException("item " + item.id() + " is written twice");
        }
    }

    public void artist(ArtistEntry artist) {
        if (artists.put(artist.id(), artist) != null) {
            throw new IllegalArgumentException("artist " + artist.id() + " is written twice");
        }
    }

    public void profile(UserProfile profile) {
        if (profiles.put(profile.userId(), profile) != null) {
            throw new IllegalArgumentException("profile " + profile.userId() + " is written twice");
        }
    }

    /** Writes an interaction with an item; it must have an id and a time. */
    public void interaction(Interaction interaction) throws IOException {
        line.setLength(0);
        InteractionRow.append(line, interaction);
        interactions.append(line);
        interactionCount++;
    }

    /** Writes a further file that only this kind of source has. */
    public void extra(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    public long itemCount() {
        return items.size();
    }

    public long interactionCount() {
        return interactionCount;
    }

    public long profileCount() {
        return profiles.size();
    }

    void finish() throws IOException {
        interactions.close();
        writeArtists();
        try (JsonGenerator out = json(SourceFiles.ITEMS)) {
            for (Item item : items.values()) {
                RecordJson.write(out, item);
            }
            out.writeRaw(items.isEmpty() ? "" : "\n");
        }
        try (JsonGenerator out = json(SourceFiles.PROFILES)) {
            for (UserProfile profile : profiles.values()) {
                RecordJson.write(out, profile);
            }
            out.writeRaw(profiles.isEmpty() ? "" : "\n");
        }
    }

    @Override
    public void close() throws IOException {
        interactions.close();
    }

    private void writeArtists() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve(SourceFiles.ARTISTS))) {
            for (ArtistEntry artist : artists.values()) {
                out.write(artist.id() + '\t' + oneLine(artist.name()) + '\t' + artist.weight() + '\n');
            }
        }
    }

    private JsonGenerator json(String name) throws IOException {
        return RecordJson.MAPPER
                .getFactory()
                .createGenerator(Files.newBufferedWriter(directory.resolve(name)))
                .setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
    }

    private static String oneLine(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
