package io.shelfwright.shortcuts;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class ShortcutsPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new ShortcutsPlugin();
    }
}
