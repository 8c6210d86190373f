package io.shelfwright.editorial;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class EditorialPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new EditorialPlugin();
    }
}
