package io.shelfwright.diversity;

import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/**
 * Placement rules that keep a page varied in reading order.
 *
 * <p>{@code window} forbids; {@code mmr}, {@code dpp}, {@code ssd} and {@code calibrated} penalise. One of the soft rules is
 * enough: they measure the same thing in different ways.
 */
public final class DiversityPlugin implements ShelfwrightPlugin {
    @Override
    public String id() {
        return "diversity";
    }

    @Override
    public List<PluginFactory<PlacementRule>> placementRules() {
        return List.of(
                PluginFactory.of(
                        "window",
                        "Allows at most so many cards of one artist, genre, kind or publisher among neighbouring cards.",
                        WindowSettings.class,
                        (settings, context) -> new WindowRule(settings, context.catalog())),
                PluginFactory.of(
                        "mmr",
                        "Penalises a card by its likeness to the most similar of the cards just before it.",
                        MmrSettings.class,
                        (settings, context) -> new MmrRule(settings)),
                PluginFactory.of(
                        "dpp",
                        "Penalises a card by how well the cards just before it, taken together, predict it.",
                        DppSettings.class,
                        (settings, context) -> new DppRule(settings)),
                PluginFactory.of(
                        "ssd",
                        "Penalises a card by the part of it that lies in the span of the cards just before it.",
                        SsdSettings.class,
                        (settings, context) -> new SsdRule(settings)),
                PluginFactory.of(
                        "calibrated",
                        "Penalises a card by how far it leaves the page's genres from those the user listens to.",
                        CalibratedSettings.class,
                        (settings, context) -> new CalibratedRule(settings, context.catalog())));
    }
}
