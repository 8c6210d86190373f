package io.shelfwright.neural;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class NeuralPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new NeuralPlugin();
    }
}
