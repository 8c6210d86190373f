package io.shelfwright.freshness;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/**
 * Score rules that prefer what is new in the world ({@code age-decay}) and what this user has not yet seen too often
 * ({@code impression-discount} for the item, {@code fatigue} for its artists and its shelf).
 */
public final class FreshnessPlugin implements ShelfwrightPlugin {
    @Override
    public String id() {
        return "freshness";
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(
                PluginFactory.of(
                        "age-decay",
                        "Lets the utility of items fall with their age, at a speed that depends on the kind.",
                        AgeDecaySettings.class,
                        (settings, context) -> new AgeDecayRule(settings)),
                PluginFactory.of(
                        "impression-discount",
                        "Lets the utility of an item fall with each time the user saw it without reacting.",
                        ImpressionDiscountSettings.class,
                        (settings, context) -> new ImpressionDiscountRule(settings)),
                PluginFactory.of(
                        "fatigue",
                        "Lets the utility fall with how often the user saw the artist's other items, and the shelf, without reacting.",
                        FatigueSettings.class,
                        (settings, context) -> new FatigueRule(settings)));
    }
}
