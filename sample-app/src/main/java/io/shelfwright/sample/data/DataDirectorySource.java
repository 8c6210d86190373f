package io.shelfwright.sample.data;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.CatalogSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Gives everything a data directory holds, joined across its sources; the order of imports does not show.
 *
 * <p>Artists and profiles are read when it is made, items and interactions when they are asked for. Thread-safe as long as
 * no import runs. Every method throws {@link io.shelfwright.api.CatalogException}, naming file and line, where a file
 * cannot be read.
 */
public final class DataDirectorySource implements CatalogSource {
    private final List<SourceReader> readers;
    private final ArtistJoin artists;
    private final TreeMap<String, UserProfile> profiles = new TreeMap<>();

    DataDirectorySource(DataDirectory data) {
        readers = data.sources().stream()
                .map(kind -> new SourceReader(data.source(kind)))
                .toList();
        List<ArtistEntry> entries = new ArrayList<>();
        readers.forEach(reader -> reader.artists(entries::add));
        artists = new ArtistJoin(entries);
        readers.forEach(reader -> reader.profiles(profile -> profiles.putIfAbsent(profile.userId(), profile)));
    }

    /** Gives every item once, in ascending order of id. */
    @Override
    public void items(Consumer<Item> consumer) {
        List<Item> all = new ArrayList<>();
        readers.forEach(reader -> reader.items(all::add));
        new ItemJoin(artists, all).items().forEach(consumer);
    }

    @Override
    public Map<String, String> artistNames() {
        return artists.names();
    }

    /** Gives the interactions source by source, within a source user by user, and of a user in order of time. */
    @Override
    public void interactions(Consumer<Interaction> consumer) {
        readers.forEach(reader -> reader.interactions(interaction -> consumer.accept(joined(interaction))));
    }

    @Override
    public void profiles(Consumer<UserProfile> consumer) {
        profiles.values().forEach(consumer);
    }

    /** Returns the profiles in ascending order of user id. */
    public Collection<UserProfile> profiles() {
        return profiles.values();
    }

    /** Returns the number of artists known by name only that are now one with an artist of another source. */
    public int joinedArtists() {
        return artists.joined();
    }

    /**
     * Returns the full id of a user: {@code 2} means {@code lastfm:2} where no other source has a user 2.
     *
     * @return empty where nobody is called that
     * @throws BadRequestException if several users are, naming them
     */
    public Optional<String> resolveUser(String name) {
        if (profiles.containsKey(name)) {
            return Optional.of(name);
        }
        List<String> found =
                profiles.keySet().stream().filter(id -> id.endsWith(":" + name)).toList();
        if (found.size() > 1) {
            throw new BadRequestException(
                    "user '" + name + "' may be any of " + String.join(", ", found) + "; give the full id");
        }
        return found.stream().findFirst();
    }

    private Interaction joined(Interaction interaction) {
        String target = artists.canonical(interaction.targetId());
        if (target.equals(interaction.targetId())) {
            return interaction;
        }
        return Interaction.of(interaction.userId(), interaction.type(), target)
                .withId(interaction.id())
                .at(interaction.time())
                .withAmount(interaction.amount());
    }
}
