package io.shelfwright.engine;

import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.Taste;
import io.shelfwright.engine.eligibility.BuiltInSafety;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.spi.TasteVector;
import io.shelfwright.spi.Unwanted;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The facts about a user, read from one state and one catalog. */
final class UserFacts implements Taste {
    private static final double HALF_LIFE_DAYS = 60;
    private static final double HALF_SURE_PLAYS = 2;
    private static final int MOST_RELATED = 200;

    private final UserState user;
    private final Catalog catalog;
    private final Hidden hidden;
    private final RequestContext context;

    UserFacts(UserState user, Catalog catalog, Instant at) {
        this.user = user;
        this.catalog = catalog;
        hidden = user.hidden(at);
        String market = user.profile().market();
        context = new RequestContext("", userId(), at, ZoneOffset.UTC, market, "", 0);
    }

    @Override
    public String userId() {
        return user.profile().userId();
    }

    @Override
    public String snapshot() {
        return catalog.version();
    }

    @Override
    public long stateVersion() {
        return user.version();
    }

    @Override
    public Instant at() {
        return context.at();
    }

    @Override
    public double plays() {
        return user.plays();
    }

    @Override
    public int sessions() {
        return user.sessions();
    }

    @Override
    public List<Preference> topArtists(int most) {
        return top(user.artists(), TargetType.ARTIST, most, catalog::artistName);
    }

    @Override
    public List<Preference> topGenres(int most) {
        return top(user.genres(), TargetType.GENRE, most, name -> name);
    }

    @Override
    public List<Preference> topLanguages(int most) {
        return top(user.languages(), null, most, name -> name);
    }

    @Override
    public List<Preference> topPublishers(int most) {
        return top(user.publishers(), null, most, name -> name);
    }

    private List<Preference> top(List<Affinity> all, @Nullable TargetType type, int most, UnaryOperator<String> name) {
        List<Preference> found = new ArrayList<>();
        for (int i = 0; i < all.size() && found.size() < most; i++) {
            Affinity one = all.get(i);
            if (type == null || !hidden.hides(type, one.name())) {
                found.add(new Preference(one.name(), name.apply(one.name()), one.share()));
            }
        }
        return List.copyOf(found);
    }

    @Override
    public double hourShare(int hour) {
        return user.hourShare(hour);
    }

    @Override
    public double weekdayShare(int weekday) {
        return user.weekdayShare(weekday);
    }

    @Override
    public List<String> lastSession() {
        List<String> shown = new ArrayList<>();
        for (String item : user.lastSession()) {
            int index = catalog.indexOf(item);
            if (index < 0 ? !hidden.hides(TargetType.ITEM, item) : !hidden.hides(catalog.item(index))) {
                shown.add(item);
            }
        }
        return List.copyOf(shown);
    }

    @Override
    public List<Favourite> favourites() {
        return user.positiveFeedback().stream()
                .filter(said -> !hidden.hides(said.targetType(), said.targetId()))
                .filter(said -> said.targetType() != TargetType.ITEM || !hidesItem(said.targetId()))
                .map(said ->
                        new Favourite(said.type(), said.targetType(), said.targetId(), said.at(), said.interactionId()))
                .toList();
    }

    @Override
    public List<HiddenTarget> hidden() {
        List<HiddenTarget> targets = new ArrayList<>();
        for (Unwanted unwanted : hidden.unwanted()) {
            if (unwanted.isHidden(at())) {
                targets.add(new HiddenTarget(
                        unwanted.feedback().targetType(),
                        unwanted.target(),
                        name(unwanted),
                        !unwanted.feedback().hidden(),
                        unwanted.since(),
                        unwanted.until(),
                        unwanted.feedback().interactionId()));
            }
        }
        return List.copyOf(targets);
    }

    private boolean hidesItem(String itemId) {
        int index = catalog.indexOf(itemId);
        return index >= 0 && hidden.hides(catalog.item(index));
    }

    private String name(Unwanted unwanted) {
        return switch (unwanted.feedback().targetType()) {
            case ITEM -> {
                int item = catalog.indexOf(unwanted.target());
                yield item < 0 ? unwanted.target() : catalog.item(item).title();
            }
            case ARTIST -> catalog.artistName(unwanted.target());
            case GENRE, SHELF, KIND -> unwanted.target();
        };
    }

    @Override
    public Optional<float[]> vector() {
        return user.taste().map(taste -> taste.values().clone());
    }

    @Override
    public double affinity(String itemId) {
        int index = catalog.indexOf(itemId);
        if (index < 0 || hidesItem(itemId)) {
            return 0;
        }
        Item item = catalog.item(index);
        boolean favourite = user.isFavourite(itemId);
        double artist = 0;
        for (String id : item.artistIds()) {
            favourite |= user.isFavourite(id);
            artist = Math.max(artist, user.artistShare(id));
        }
        double genre = 0;
        for (String name : item.genres()) {
            genre = Math.max(genre, user.genreShare(name));
        }
        double open = (favourite ? 0.1 : 1)
                * (1 - own(itemId))
                * (1 - 0.7 * relative(artist, user.artists()))
                * (1 - 0.3 * relative(genre, user.genres()))
                * (1 - 0.6 * near(index));
        return 1 - open;
    }

    private double own(String itemId) {
        ItemHistory history = user.history(itemId);
        Instant last = history == null ? null : history.lastPlayed();
        if (history == null || last == null) {
            return 0;
        }
        double days = Math.max(0, Duration.between(last, at()).toSeconds() / 86_400.0);
        double plays = history.decayedPlays() * StrictMath.pow(2, -days / HALF_LIFE_DAYS);
        return plays / (plays + HALF_SURE_PLAYS);
    }

    private static double relative(double share, List<Affinity> largestFirst) {
        return share == 0 || largestFirst.isEmpty()
                ? 0
                : Math.min(1, share / largestFirst.get(0).share());
    }

    private double near(int item) {
        Optional<TasteVector> taste = user.taste();
        Optional<ItemVectors> vectors = catalog.vectors();
        if (taste.isEmpty() || vectors.isEmpty() || !taste.get().fits(vectors.get())) {
            return 0;
        }
        return Math.max(0, vectors.get().cosine(taste.get().values(), item));
    }

    @Override
    public List<Similar> similar(String itemId, int most) {
        int item = catalog.indexOf(itemId);
        if (item < 0) {
            return List.of();
        }
        Map<Integer, Double> related = new HashMap<>();
        Neighbours neighbours = catalog.neighbours(item);
        for (int i = 0; i < Math.min(MOST_RELATED, neighbours.size()); i++) {
            related.put(neighbours.item(i), (double) neighbours.similarity(i));
        }
        Item of = catalog.item(item);
        for (String artist :
                of.artistIds().subList(0, Math.min(3, of.artistIds().size()))) {
            relate(item, catalog.itemsByArtist(artist), related);
        }
        if (!of.genres().isEmpty()) {
            relate(item, catalog.itemsOfGenre(of.genres().get(0)), related);
        }
        List<Similar> found = new ArrayList<>();
        related.forEach((index, similarity) -> {
            Item one = catalog.item(index);
            if (index != item && similarity > 0 && !hidden.hides(one) && mayBeShown(one)) {
                found.add(new Similar(one.id(), one.title(), Math.min(1, similarity)));
            }
        });
        found.sort(Comparator.comparingDouble(Similar::similarity).reversed().thenComparing(Similar::itemId));
        return List.copyOf(found.subList(0, Math.max(0, Math.min(most, found.size()))));
    }

    private void relate(int item, ItemList others, Map<Integer, Double> related) {
        for (int i = 0; i < Math.min(MOST_RELATED, others.size()); i++) {
            int other = others.get(i);
            related.merge(other, catalog.similarity(item, other), Math::max);
        }
    }

    private boolean mayBeShown(Item item) {
        for (Instance<SafetyFilter> filter : BuiltInSafety.all()) {
            if (filter.plugin().check(item, user.profile(), context) != SafetyFilter.Verdict.ALLOWED) {
                return false;
            }
        }
        return true;
    }
}
