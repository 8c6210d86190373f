package io.shelfwright.engine.snapshots;

import io.shelfwright.api.CatalogException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.api.TargetType;
import io.shelfwright.engine.config.ResilienceSettings;
import io.shelfwright.engine.plugins.ContextLoader;
import io.shelfwright.engine.plugins.Faults;
import io.shelfwright.engine.plugins.Lifecycle;
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
    private final Duration limit;
    private volatile boolean givenUp;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, String> markets = new HashMap<>();
    private final Map<String, Map<Integer, Float>> playedBy = new HashMap<>();

    /** Makes a builder that gives the source as long as the configuration does by default. */
    public CatalogBuilder(CatalogSource source, Instant asOf) {
        this(source, asOf, ResilienceSettings.DEFAULT.catalogDeadline());
    }

    /**
     * Makes a builder.
     *
     * @param asOf time of the snapshot, from which recency is counted
     * @param limit how long the source may take to give everything
     */
    public CatalogBuilder(CatalogSource source, Instant asOf, Duration limit) {
        this.source = source;
        this.asOf = asOf;
        this.limit = limit;
    }

    /**
     * Reads everything, on a thread of its own: a source that hangs must not hang who publishes.
     *
     * @throws CatalogException if the source cannot be read in time, or gives an id twice
     */
    public CatalogData build() {
        try {
            return Lifecycle.within(
                    ContextLoader.of(source),
                    limit,
                    "reading " + source.getClass().getName(),
                    this::read);
        } catch (ShelfwrightException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new CatalogException(
                    "the catalog source failed: " + Faults.text(e)
                            + "; nothing was published, the snapshot in use stays in use",
                    e);
        } finally {
            givenUp = true;
        }
    }

    /** A source that was given up is stopped when it gives the next thing. */
    private void requireWanted() {
        if (givenUp) {
            throw new IllegalStateException("nobody reads this any more: it took too long");
        }
    }

    private CatalogData read() {
        List<Item> items = new ArrayList<>();
        source.items(item -> {
            requireWanted();
            items.add(item);
        });
        items.sort(Comparator.comparing(Item::id));
        for (int i = 0; i < items.size(); i++) {
            if (index.put(items.get(i).id(), i) != null) {
                throw new CatalogException(
                        "the catalog gives the item '" + items.get(i).id() + "' twice; ids must be unique");
            }
        }
        source.profiles(profile -> markets.put(profile.userId(), profile.market()));
        CatalogData.Usage usage = CatalogData.Usage.empty(items.size());
        source.interactions(interaction -> {
            requireWanted();
            count(interaction, usage);
        });
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
