package com.example.timeofday;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;
import java.nio.file.Path;
import java.util.Map;

class TimeOfDayPluginTest extends PluginContract {

    @Override
    protected ShelfwrightPlugin plugin() {
        return new TimeOfDayPlugin();
    }

    @Override
    protected Map<String, String> neededSettings(String factory, Path directory) {
        return Map.of("from", "6", "until", "10", "genres", "jazz");
    }
}
