package com.example.quiethours;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Tells the engine what this jar can make. */
public final class QuietHoursPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "quiet-hours";
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(PluginFactory.of(
                "quiet-hours",
                "Lowers loud genres during the hours in which people sleep.",
                QuietHoursSettings.class,
                (settings, context) -> new QuietHours(settings)));
    }
}
