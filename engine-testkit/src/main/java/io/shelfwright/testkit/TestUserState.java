package io.shelfwright.testkit;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NegativeFeedback;
import io.shelfwright.spi.TasteVector;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user's state computed from scratch, in the plainest way; immutable. */
final class TestUserState implements UserState {
    private static final Duration SESSION_GAP = Duration.ofMinutes(30);

    private final UserProfile profile;
    private final long version;
    private final Map<String, ItemHistory> histories = new HashMap<>();
    private final List<ItemHistory> latestFirst = new ArrayList<>();
    private final ListeningShares artists = new ListeningShares();
    private final ListeningShares genres = new ListeningShares();
    private final ListeningShares languages = new ListeningShares();
    private final ListeningShares publishers = new ListeningShares();
    private final ListeningShares kinds = new ListeningShares();
    private final double[] dayparts = new double[ItemHistory.DAYPARTS];
    private final Set<String> favourites = new HashSet<>();
    private final List<NegativeFeedback> negative = new ArrayList<>();
    private final ViewedImpressions impressions;
    private final List<String> lastSession;
    private final @Nullable Instant lastActive;
    private final int interactionCount;
    private final double plays;
    private final Optional<TasteVector> taste;

    TestUserState(UserProfile profile, List<Interaction> log, Catalog catalog, @Nullable List<String> statedSession) {
        this.profile = profile;
        version = log.size();
        List<Interaction> inForce = inForce(log);
        impressions = new ViewedImpressions(inForce, catalog);
        lastSession = statedSession != null ? statedSession : lastSession(inForce);
        Map<String, HistoryCounts> counts = new TreeMap<>();
        Instant latest = null;
        int active = 0;
        for (Interaction interaction : inForce) {
            if (interaction.type() != InteractionType.IMPRESSION) {
                active++;
                latest = interaction.time();
                count(interaction, counts);
            }
        }
        lastActive = latest;
        interactionCount = active;
        if (latest != null) {
            share(counts, catalog, latest);
        }
        double sum = 0;
        for (HistoryCounts count : counts.values()) {
            ItemHistory history = count.toHistory();
            histories.put(history.itemId(), history);
            latestFirst.add(history);
            sum += history.plays();
        }
        plays = sum;
        taste = catalog.vectors().flatMap(vectors -> taste(vectors, inForce, catalog));
        latestFirst.sort(
                Comparator.comparing(ItemHistory::lastPlayed, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
                        .thenComparing(ItemHistory::itemId));
    }

    private static List<Interaction> inForce(List<Interaction> log) {
        Set<String> undone = new HashSet<>();
        for (Interaction interaction : log) {
            if (interaction.type() == InteractionType.UNDO) {
                undone.add(interaction.undoes());
            }
        }
        List<Interaction> rest = new ArrayList<>();
        for (Interaction interaction : log) {
            if (interaction.type() != InteractionType.UNDO && !undone.contains(interaction.id())) {
                rest.add(interaction);
            }
        }
        rest.sort(Comparator.comparing(Interaction::time));
        return rest;
    }

    /** The mean of the vectors of what was liked, latest twice as heavy as the one before: not the engine's way. */
    private static Optional<TasteVector> taste(ItemVectors vectors, List<Interaction> inForce, Catalog catalog) {
        float[] sum = new float[vectors.dimension()];
        float[] row = new float[vectors.dimension()];
        Set<Integer> items = new HashSet<>();
        for (Interaction interaction : inForce) {
            int item = catalog.indexOf(interaction.targetId());
            if (item < 0 || !vectors.knows(item) || !interaction.type().isPositive()) {
                continue;
            }
            items.add(item);
            vectors.copy(item, row);
            for (int j = 0; j < sum.length; j++) {
                sum[j] = 0.5f * (sum[j] + row[j]);
            }
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new TasteVector(vectors.space(), vectors.version(), sum, items.size()));
    }

    private void count(Interaction interaction, Map<String, HistoryCounts> counts) {
        String target = interaction.targetId();
        if (interaction.targetType() == TargetType.ITEM && !interaction.type().isNegative()) {
            counts.computeIfAbsent(target, HistoryCounts::new).add(interaction);
        }
        switch (interaction.type()) {
            case SAVE, LIKE, FOLLOW -> favourites.add(target);
            case HIDE, DISLIKE ->
                negative.add(new NegativeFeedback(
                        interaction.id(),
                        interaction.targetType(),
                        target,
                        interaction.time(),
                        interaction.type() == InteractionType.HIDE));
            case PLAY, COMPLETE, SKIP, IMPRESSION, UNDO -> {}
        }
    }

    private void share(Map<String, HistoryCounts> counts, Catalog catalog, Instant at) {
        counts.forEach((itemId, count) -> {
            int index = catalog.indexOf(itemId);
            double weight = count.weight(at);
            if (index >= 0 && weight > 0) {
                Item item = catalog.item(index);
                artists.add(weight, item.artistIds());
                genres.add(weight, item.genres());
                languages.add(weight, List.of(item.language()));
                publishers.add(weight, List.of(item.publisher()));
                kinds.add(weight, List.of(item.kind().name()));
            }
            List<Double> parts = count.toHistory().daypartPlays();
            for (int part = 0; part < dayparts.length; part++) {
                dayparts[part] += parts.get(part);
            }
        });
    }

    private static List<String> lastSession(List<Interaction> inForce) {
        Set<String> session = new LinkedHashSet<>();
        Instant next = null;
        for (int i = inForce.size() - 1; i >= 0; i--) {
            Interaction interaction = inForce.get(i);
            boolean play = interaction.type() == InteractionType.PLAY || interaction.type() == InteractionType.COMPLETE;
            if (play) {
                if (next != null && Duration.between(interaction.time(), next).compareTo(SESSION_GAP) >= 0) {
                    break;
                }
                session.add(interaction.targetId());
                next = interaction.time();
            }
        }
        return List.copyOf(session);
    }

    @Override
    public UserProfile profile() {
        return profile;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public double plays() {
        return plays;
    }

    @Override
    public int interactionCount() {
        return interactionCount;
    }

    @Override
    public @Nullable Instant lastActive() {
        return lastActive;
    }

    @Override
    public @Nullable ItemHistory history(String itemId) {
        return histories.get(itemId);
    }

    @Override
    public List<ItemHistory> histories() {
        return List.copyOf(latestFirst);
    }

    @Override
    public double artistShare(String artistId) {
        return artists.share(artistId);
    }

    @Override
    public double genreShare(String genre) {
        return genres.share(genre);
    }

    @Override
    public double languageShare(String language) {
        return languages.share(language);
    }

    @Override
    public double publisherShare(String publisher) {
        return publishers.share(publisher);
    }

    @Override
    public double kindShare(String kind) {
        return kinds.share(kind);
    }

    @Override
    public List<Affinity> artists() {
        return artists.affinities();
    }

    @Override
    public List<Affinity> genres() {
        return genres.affinities();
    }

    @Override
    public double daypartShare(int daypart) {
        double sum = 0;
        for (double part : dayparts) {
            sum += part;
        }
        return sum > 0 ? dayparts[daypart] / sum : 0;
    }

    @Override
    public List<String> lastSession() {
        return lastSession;
    }

    @Override
    public double impressions(ImpressionKey.Scope scope, String key, Instant at) {
        return impressions.decayed(scope, key, at);
    }

    @Override
    public int exploredViews(Instant since) {
        return impressions.exploredSince(since);
    }

    @Override
    public List<NegativeFeedback> negativeFeedback() {
        return List.copyOf(negative);
    }

    @Override
    public boolean isFavourite(String id) {
        return favourites.contains(id);
    }

    @Override
    public Optional<TasteVector> taste(String space) {
        return taste.filter(vector -> vector.space().equals(space));
    }
}
