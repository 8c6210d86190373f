package io.shelfwright.negativefeedback;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class NegativeFeedbackPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new NegativeFeedbackPlugin();
    }
}
