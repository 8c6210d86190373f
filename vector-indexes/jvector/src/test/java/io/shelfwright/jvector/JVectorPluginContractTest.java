package io.shelfwright.jvector;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class JVectorPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new JVectorPlugin();
    }
}
