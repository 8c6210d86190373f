package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Policies that draw the card of a declared slot and tell the exact probability of the draw. */
public final class ExplorationPlugin implements ShelfwrightPlugin {
    @Override
    public String id() {
        return "exploration";
    }

    @Override
    public List<PluginFactory<ExplorationPolicy>> explorationPolicies() {
        return List.of(
                PluginFactory.of(
                        "plackett-luce",
                        "Draws by a softmax of log utility with optimism for the uncertain, mixed with a little uniform chance.",
                        PlackettLuceSettings.class,
                        (settings, context) -> new DrawingPolicy(settings.guard(), new PlackettLuce(settings))),
                PluginFactory.of(
                        "epsilon-greedy",
                        "Takes the best card, and with a small probability any card of the support.",
                        EpsilonGreedySettings.class,
                        (settings, context) -> new DrawingPolicy(settings.guard(), new EpsilonGreedy(settings))),
                PluginFactory.of(
                        "thompson",
                        "Takes each card as often as it is likely to be the best one, given what is uncertain (Thompson sampling).",
                        ThompsonSettings.class,
                        (settings, context) -> new DrawingPolicy(settings.guard(), new Thompson(settings))),
                PluginFactory.of("off", "Always takes the best card.", context -> new BestCard()));
    }
}
