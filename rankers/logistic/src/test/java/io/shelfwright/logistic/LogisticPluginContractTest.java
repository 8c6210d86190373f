package io.shelfwright.logistic;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class LogisticPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new LogisticPlugin();
    }
}
