package io.shelfwright.coldstart;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Score rules for items that few have seen ({@code cold-start}) and for users who did little ({@code new-user-prior}). */
public final class ColdStartPlugin implements ShelfwrightPlugin {
    @Override
    public String id() {
        return "cold-start";
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(
                PluginFactory.of(
                        "cold-start",
                        "Raises items with few examined views by a bounded amount, the more the less is known of them.",
                        ColdStartSettings.class,
                        (settings, context) -> new ColdStartRule(settings, context.catalog())),
                PluginFactory.of(
                        "new-user-prior",
                        "Leans towards what is popular in the market for users with few interactions.",
                        NewUserPriorSettings.class,
                        (settings, context) -> new NewUserPriorRule(settings)));
    }
}
