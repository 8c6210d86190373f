package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.vectors.TasteFold;
import io.shelfwright.spi.Catalog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes a user's state from the interactions that were recorded; a pure function.
 *
 * <p>An undone interaction and the one that undid it are left out, as if neither had been recorded. The rest is read by
 * time, so one that comes late gives the state it would have given in time. {@code PLAY} and {@code COMPLETE} each count as
 * a play. A save, like or follow holds until a later dislike of the same target. Items the catalog does not hold have a
 * history, but no artists, genres, language, publisher and kind: their listening counts in the whole only. Hours, weekdays
 * and parts of the week are read in UTC.
 *
 * <p>A state grows by one interaction in constant time, whatever the history's length, and both ways lead to the same state
 * to the last bit: every interaction is added to what was there, in the same order.
 */
public final class UserStateFold {
    private final Catalog catalog;
    private final Object owner = new Object();
    private final ItemTrails trails;
    private final Listening listening;
    private final ViewCounts views;
    private final Opinions opinions;
    private TasteFold taste;
    private int active;
    private @Nullable Instant lastActive;
    private @Nullable Instant last;

    private UserStateFold(Catalog catalog) {
        this.catalog = catalog;
        trails = new ItemTrails();
        listening = new Listening();
        views = new ViewCounts();
        opinions = new Opinions();
        taste = TasteFold.none(catalog);
    }

    private UserStateFold(FoldedUserState before, Catalog catalog) {
        this.catalog = catalog;
        FoldedUserState.Content content = before.content();
        trails = content.trails().copy();
        listening = content.listening().copy();
        views = content.views().copy();
        opinions = content.opinions().copy();
        taste = content.taste();
        active = before.interactionCount();
        lastActive = before.lastActive();
        last = content.last();
    }

    /**
     * Returns the state after some interactions.
     *
     * @param recorded in the order in which they were recorded, each with a time
     */
    public static FoldedUserState fold(UserProfile profile, List<Interaction> recorded, Catalog catalog) {
        return fold(profile, recorded, recorded.size(), catalog);
    }

    /**
     * Returns the state of a version.
     *
     * @param recorded what the store still holds of it, in the order of recording
     * @param version interactions recorded in all, those that were compacted included
     */
    static FoldedUserState fold(UserProfile profile, List<Interaction> recorded, long version, Catalog catalog) {
        UserStateFold fold = new UserStateFold(catalog);
        for (Interaction interaction : EffectiveInteractions.of(recorded)) {
            fold.add(interaction);
        }
        return fold.state(profile, version);
    }

    /**
     * Returns an earlier state with what was recorded since, or null where that has to be folded anew: for an undo, and for
     * what happened before something that the state holds already.
     *
     * @param more recorded after that state, in the order of recording
     * @param catalog the one that the state was made with
     */
    static @Nullable FoldedUserState plus(FoldedUserState before, List<Interaction> more, Catalog catalog) {
        Instant latest = before.content().last();
        for (Interaction interaction : more) {
            if (interaction.type() == InteractionType.UNDO
                    || (latest != null && interaction.time().isBefore(latest))) {
                return null;
            }
            latest = interaction.time();
        }
        UserStateFold fold = new UserStateFold(before, catalog);
        for (Interaction interaction : more) {
            fold.add(interaction);
        }
        return fold.state(before.profile(), before.version() + more.size());
    }

    private void add(Interaction interaction) {
        last = interaction.time();
        switch (interaction.type()) {
            case UNDO -> {
                return;
            }
            case IMPRESSION -> {
                views.add(interaction, catalog, owner);
                return;
            }
            case PLAY, COMPLETE ->
                trails.put(listening.add(interaction, trails.of(interaction.targetId()), catalog, owner), owner);
            case SKIP ->
                trails.put(trails.of(interaction.targetId()).skipped(interaction.time(), interaction.amount()), owner);
            case SAVE, FOLLOW, LIKE -> favour(interaction);
            case DISLIKE, HIDE -> disfavour(interaction);
        }
        taste = taste.plus(interaction);
        active++;
        lastActive = interaction.time();
        if (interaction.type().isPositive() && interaction.targetType() == TargetType.ITEM) {
            views.answered(interaction.targetId(), owner);
        }
    }

    private void favour(Interaction interaction) {
        opinions.favour(interaction, owner);
        if (interaction.targetType() == TargetType.ITEM) {
            trails.put(trails.of(interaction.targetId()).saved(true), owner);
        }
    }

    private void disfavour(Interaction interaction) {
        opinions.disfavour(interaction, owner);
        ItemTrail trail = interaction.targetType() == TargetType.ITEM ? trails.get(interaction.targetId()) : null;
        if (trail != null && interaction.type() == InteractionType.DISLIKE) {
            trails.put(trail.saved(false), owner);
        }
    }

    private FoldedUserState state(UserProfile profile, long version) {
        FoldedUserState.Content content = new FoldedUserState.Content(trails, listening, views, opinions, taste, last);
        return new FoldedUserState(profile, version, active, lastActive, content);
    }
}
