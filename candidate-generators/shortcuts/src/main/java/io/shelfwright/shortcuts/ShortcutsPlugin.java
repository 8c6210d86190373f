package io.shelfwright.shortcuts;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Brings the generator {@code shortcuts}: the next familiar listen. */
public final class ShortcutsPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "shortcuts";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "shortcuts",
                "Proposes what the user knows and is likely to play next: by recency, frequency, habit and last session.",
                ShortcutsSettings.class,
                (settings, context) -> new ShortcutsGenerator(settings, context.catalog())));
    }
}
