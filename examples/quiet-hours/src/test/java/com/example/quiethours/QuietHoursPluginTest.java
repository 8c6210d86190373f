package com.example.quiethours;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class QuietHoursPluginTest extends PluginContract {

    @Override
    protected ShelfwrightPlugin plugin() {
        return new QuietHoursPlugin();
    }
}
