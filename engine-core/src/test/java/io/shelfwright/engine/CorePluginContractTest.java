package io.shelfwright.engine;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class CorePluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new CorePlugin();
    }
}
