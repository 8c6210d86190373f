package io.shelfwright.diversity;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class DiversityPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new DiversityPlugin();
    }
}
