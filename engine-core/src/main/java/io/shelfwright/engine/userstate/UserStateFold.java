package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.NegativeFeedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes a user's state from the interactions that were recorded; a pure function.
 *
 * <p>An undone interaction and the one that undid it are left out, as if neither had been recorded. The rest is read by
 * time, so one that comes late gives the state it would have given in time. {@code PLAY} and {@code COMPLETE} each count as
 * a play. Only explicit feedback is negative: a skip is counted, nothing more. A save, like or follow holds until a later
 * dislike of the same target. Items the catalog does not hold have a history, but no artists, genres, language, publisher
 * and kind: their listening counts in the whole only. Parts of the week are read in UTC.
 */
public final class UserStateFold {
    private static final long SESSION_GAP_SECONDS = 30 * 60;
    private static final int DAY = 86_400;

    private final Catalog catalog;
    private final Interaction[] effective;
    private final Map<String, ItemTrail> trails;
    private final List<ItemTrail> inOrder = new ArrayList<>();
    private final Set<String> favourites = new HashSet<>();
    private final List<NegativeFeedback> negative = new ArrayList<>();
    private final double[] dayparts = new double[ItemHistory.DAYPARTS];
    private int active;
    private double plays;
    private @Nullable Instant lastActive;
    private @Nullable Instant lastPlayed;
    private @Nullable Instant lastViewed;

    private UserStateFold(Interaction[] effective, Catalog catalog) {
        this.effective = effective;
        this.catalog = catalog;
        trails = new HashMap<>(Math.min(1024, effective.length) * 2);
    }

    /**
     * Returns the state after some interactions.
     *
     * @param recorded in the order in which they were recorded, each with a time
     */
    public static FoldedUserState fold(UserProfile profile, List<Interaction> recorded, Catalog catalog) {
        UserStateFold fold = new UserStateFold(EffectiveInteractions.of(recorded), catalog);
        fold.findLast();
        fold.readReactions();
        return fold.state(profile, recorded.size());
    }

    private void findLast() {
        for (int i = effective.length - 1;
                i >= 0 && (lastPlayed == null || lastViewed == null || lastActive == null);
                i--) {
            Interaction interaction = effective[i];
            switch (interaction.type()) {
                case IMPRESSION -> lastViewed = lastViewed == null ? interaction.time() : lastViewed;
                case PLAY, COMPLETE -> {
                    lastPlayed = lastPlayed == null ? interaction.time() : lastPlayed;
                    lastActive = lastActive == null ? interaction.time() : lastActive;
                }
                case SKIP, SAVE, FOLLOW, LIKE, DISLIKE, HIDE, UNDO ->
                    lastActive = lastActive == null ? interaction.time() : lastActive;
            }
        }
    }

    private void readReactions() {
        Decay decay = new Decay(Decay.LISTENING_HALF_LIFE, lastPlayed == null ? 0 : Decay.seconds(lastPlayed));
        for (int i = 0; i < effective.length; i++) {
            Interaction interaction = effective[i];
            switch (interaction.type()) {
                case IMPRESSION, UNDO -> {
                    continue;
                }
                case PLAY, COMPLETE -> play(interaction, decay);
                case SKIP -> trail(interaction.targetId()).skips += interaction.amount();
                case SAVE, FOLLOW, LIKE -> favour(interaction);
                case DISLIKE, HIDE -> disfavour(interaction);
            }
            active++;
            if (interaction.type().isPositive() && interaction.targetType() == TargetType.ITEM) {
                trail(interaction.targetId()).lastPositive = i;
            }
        }
    }

    private void play(Interaction interaction, Decay decay) {
        Instant time = interaction.time();
        double amount = interaction.amount();
        double weight = decay.weight(Decay.seconds(time));
        int daypart = daypart(time);
        ItemTrail trail = trail(interaction.targetId());
        trail.play(time, amount, weight, daypart);
        if (interaction.type() == InteractionType.COMPLETE) {
            trail.completes += amount;
        }
        plays += amount;
        dayparts[daypart] += amount * weight;
    }

    private void favour(Interaction interaction) {
        if (interaction.targetType() == TargetType.ITEM) {
            trail(interaction.targetId()).saved = true;
            favourites.add(interaction.targetId());
        } else if (interaction.targetType() == TargetType.ARTIST) {
            favourites.add(interaction.targetId());
        }
    }

    private void disfavour(Interaction interaction) {
        boolean hidden = interaction.type() == InteractionType.HIDE;
        negative.add(new NegativeFeedback(
                interaction.id(), interaction.targetType(), interaction.targetId(), interaction.time(), hidden));
        if (hidden) {
            return;
        }
        if (interaction.targetType() == TargetType.ITEM || interaction.targetType() == TargetType.ARTIST) {
            favourites.remove(interaction.targetId());
            ItemTrail trail = trails.get(interaction.targetId());
            if (trail != null) {
                trail.saved = false;
            }
        }
    }

    private FoldedUserState state(UserProfile profile, long version) {
        return new FoldedUserState(profile, version, plays, active, lastActive, content());
    }

    private FoldedUserState.Content content() {
        ListeningShares artists = new ListeningShares();
        ListeningShares genres = new ListeningShares();
        ListeningShares languages = new ListeningShares();
        ListeningShares publishers = new ListeningShares();
        ListeningShares kinds = new ListeningShares();
        Map<String, ItemHistory> histories = new HashMap<>(inOrder.size() * 2);
        double total = 0;
        for (ItemTrail trail : inOrder) {
            histories.put(trail.itemId, trail.history());
            double listening = trail.decayed();
            int index = trail.played() ? catalog.indexOf(trail.itemId) : -1;
            total += listening;
            if (index >= 0) {
                Item item = catalog.item(index);
                artists.spread(item.artistIds(), listening);
                genres.spread(item.genres(), listening);
                addNamed(languages, item.language(), listening);
                addNamed(publishers, item.publisher(), listening);
                kinds.add(item.kind().name(), listening);
            }
        }
        for (ListeningShares shares : List.of(artists, genres, languages, publishers, kinds)) {
            shares.total(total);
        }
        return new FoldedUserState.Content(
                histories,
                artists,
                genres,
                languages,
                publishers,
                kinds,
                shares(dayparts),
                lastSession(),
                views(),
                List.copyOf(negative),
                favourites);
    }

    private ViewCounts views() {
        ViewCounts views = new ViewCounts(catalog, lastViewed == null ? 0 : Decay.seconds(lastViewed));
        if (lastViewed == null) {
            return views;
        }
        for (int i = 0; i < effective.length; i++) {
            Interaction interaction = effective[i];
            if (interaction.type() != InteractionType.IMPRESSION) {
                continue;
            }
            if (interaction.explored()) {
                views.addExplored(interaction);
            }
            ItemTrail trail = trails.get(interaction.targetId());
            if (trail == null || trail.lastPositive < i) {
                views.addUnanswered(interaction);
            }
        }
        return views;
    }

    /** Returns the items of the last session, latest first: plays with gaps of less than 30 minutes, walked back. */
    private List<String> lastSession() {
        Set<String> items = new LinkedHashSet<>();
        @Nullable Instant next = null;
        for (int i = effective.length - 1; i >= 0; i--) {
            Interaction interaction = effective[i];
            if (!isPlay(interaction)) {
                continue;
            }
            Instant time = interaction.time();
            if (next != null && !time.isAfter(next.minusSeconds(SESSION_GAP_SECONDS))) {
                break;
            }
            items.add(interaction.targetId());
            next = time;
        }
        return List.copyOf(items);
    }

    private ItemTrail trail(String itemId) {
        ItemTrail trail = trails.get(itemId);
        if (trail == null) {
            trail = new ItemTrail(itemId);
            trails.put(itemId, trail);
            inOrder.add(trail);
        }
        return trail;
    }

    private static boolean isPlay(Interaction interaction) {
        return switch (interaction.type()) {
            case PLAY, COMPLETE -> true;
            case SKIP, SAVE, FOLLOW, LIKE, DISLIKE, HIDE, IMPRESSION, UNDO -> false;
        };
    }

    private static void addNamed(ListeningShares shares, String name, double listening) {
        if (!name.isEmpty()) {
            shares.add(name, listening);
        }
    }

    private static double[] shares(double[] listening) {
        double total = 0;
        for (double part : listening) {
            total += part;
        }
        double[] shares = new double[listening.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = total > 0 ? listening[i] / total : 0;
        }
        return shares;
    }

    /** Returns what {@link ItemHistory#daypart} returns in UTC, without making a calendar of every play. */
    static int daypart(Instant time) {
        long seconds = time.getEpochSecond();
        int quarter = (int) Math.floorMod(seconds, (long) DAY) / (DAY / 4);
        // 1 January 1970 was a Thursday, day 3 of a week that begins with Monday as 0.
        boolean weekend = Math.floorMod(Math.floorDiv(seconds, DAY) + 3, 7L) >= 5;
        return weekend ? quarter + 4 : quarter;
    }
}
