package io.shelfwright.engine.snapshots;

import io.shelfwright.api.CatalogException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.api.TargetType;
import io.shelfwright.engine.plugins.ContextLoader;
import io.shelfwright.spi.CatalogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a host's catalog and counts how its items are used. */
public final class CatalogBuilder {
    private static final double RECENT_HALF_LIFE_SECONDS = Duration.ofDays(7).toSeconds();

    private final CatalogSource source;
    private final Instant asOf;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, String> markets = new HashMap<>();
    private final Map<String, Map<Integer, Float>> playedBy = new HashMap<>();

    /**
     * Makes a builder.
     *
     * @param asOf time of the snapshot, from which recency is counted
     */
    public CatalogBuilder(CatalogSource source, Instant asOf) {
        this.source = source;
        this.asOf = asOf;
    }

    /**
     * Reads everything.
     *
     * @throws CatalogException if the source cannot be read or gives an id twice
     */
    public CatalogData build() {
        try {
            return ContextLoader.call(ContextLoader.of(source), this::read);
        } catch (ShelfwrightException e) {
            throw e;
        } catch (Exception e) {
            throw new CatalogException(
                    "the catalog source failed: " + e + "; nothing was published, the snapshot in use stays in use", e);
        }
    }

    private CatalogData read() {
        List<Item> items = new ArrayList<>();
        source.items(items::add);
        items.sort(Comparator.comparing(Item::id));
        for (int i = 0; i < items.size(); i++) {
            if (index.put(items.get(i).id(), i) != null) {
                throw new CatalogException(
                        "the catalog gives the item '" + items.get(i).id() + "' twice; ids must be unique");
            }
        }
        source.profiles(profile -> markets.put(profile.userId(), profile.market()));
        CatalogData.Usage usage = CatalogData.Usage.empty(items.size());
        source.interactions(interaction -> count(interaction, usage));
        playedBy.values().forEach(played -> played.keySet().forEach(item -> usage.listeners()[item]++));
        return new CatalogData(
                List.copyOf(items),
                Map.copyOf(source.artistNames()),
                usage,
                new CoListening(items.size(), playedBy).neighbours());
    }

    private void count(Interaction interaction, CatalogData.Usage usage) {
        Integer item = interaction.targetType() == TargetType.ITEM ? index.get(interaction.targetId()) : null;
        if (item == null) {
            return;
        }
        float amount = (float) interaction.amount();
        switch (interaction.type()) {
            case PLAY, COMPLETE -> {
                usage.plays()[item] += amount;
                double age =
                        Math.max(0, Duration.between(interaction.time(), asOf).toSeconds());
                usage.recentPlays()[item] += (float) (amount * Math.pow(2, -age / RECENT_HALF_LIFE_SECONDS));
                String market = markets.getOrDefault(interaction.userId(), "");
                if (!market.isEmpty()) {
                    usage.marketPlays().computeIfAbsent(market, m -> new float[usage.plays().length])[item] += amount;
                }
                playedBy.computeIfAbsent(interaction.userId(), u -> new HashMap<>())
                        .merge(item, amount, Float::sum);
            }
            case IMPRESSION -> usage.views()[item] += amount;
            case SKIP, SAVE, FOLLOW, LIKE, DISLIKE, HIDE, UNDO -> {}
        }
        if (interaction.type().isPositive()
                && interaction.type() != InteractionType.COMPLETE
                && !interaction.requestId().isEmpty()) {
            usage.engagements()[item] += amount;
        }
    }
}
