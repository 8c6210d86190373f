package com.example.timeofday;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Tells the engine what this jar can make. */
public final class TimeOfDayPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "time-of-day";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "time-of-day",
                "Proposes chosen genres during some hours of the listener's day.",
                TimeOfDaySettings.class,
                TimeOfDay::new));
    }
}
