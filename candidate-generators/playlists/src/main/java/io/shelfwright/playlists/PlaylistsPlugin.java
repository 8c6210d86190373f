package io.shelfwright.playlists;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Brings the generator {@code playlists}: something new, near the user's taste. */
public final class PlaylistsPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "playlists";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "playlists",
                "Proposes playlists (or other kinds) near the user's artists and genres that the user has not played yet.",
                PlaylistsSettings.class,
                (settings, context) -> new PlaylistsGenerator(settings, context.catalog())));
    }
}
