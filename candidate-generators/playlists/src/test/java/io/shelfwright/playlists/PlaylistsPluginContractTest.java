package io.shelfwright.playlists;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class PlaylistsPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new PlaylistsPlugin();
    }
}
