package io.shelfwright.podcasts;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class PodcastsPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new PodcastsPlugin();
    }
}
