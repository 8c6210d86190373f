package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.spi.Catalog;
import java.util.List;

/** What a user listened to, by item and by what items have in common; changed by one fold, then only read. */
final class Listening {
    private double plays;
    private FadingSum total = FadingSum.NONE;
    private PersistentMap<FadingSum> artists = PersistentMap.empty();
    private PersistentMap<FadingSum> genres = PersistentMap.empty();
    private PersistentMap<FadingSum> languages = PersistentMap.empty();
    private PersistentMap<FadingSum> publishers = PersistentMap.empty();
    private PersistentMap<FadingSum> kinds = PersistentMap.empty();
    private Habits habits = new Habits();
    private Session session = Session.NONE;

    Listening copy() {
        Listening copy = new Listening();
        copy.plays = plays;
        copy.total = total;
        copy.artists = artists;
        copy.genres = genres;
        copy.languages = languages;
        copy.publishers = publishers;
        copy.kinds = kinds;
        copy.habits = habits.copy();
        copy.session = session;
        return copy;
    }

    /** Counts a play and returns the trail of its item with it. */
    ItemTrail add(Interaction play, ItemTrail trail, Catalog catalog, Object owner) {
        double amount = play.amount();
        Decay.Moment moment = Decay.LISTENING.moment(play.time());
        plays += amount;
        total = total.plus(amount, moment);
        habits.add(play.time(), amount, moment);
        session = session.played(play.targetId(), play.time());
        int index = catalog.indexOf(play.targetId());
        if (index >= 0) {
            Item item = catalog.item(index);
            artists = spread(artists, item.artistIds(), amount, moment, owner);
            genres = spread(genres, item.genres(), amount, moment, owner);
            languages = named(languages, item.language(), amount, moment, owner);
            publishers = named(publishers, item.publisher(), amount, moment, owner);
            kinds = named(kinds, item.kind().name(), amount, moment, owner);
        }
        InteractionType type = play.type();
        return trail.played(type, play.time(), amount, moment, Habits.daypart(play.time()));
    }

    double plays() {
        return plays;
    }

    Habits habits() {
        return habits;
    }

    Session session() {
        return session;
    }

    ListeningShares artists() {
        return new ListeningShares(artists, total);
    }

    ListeningShares genres() {
        return new ListeningShares(genres, total);
    }

    ListeningShares languages() {
        return new ListeningShares(languages, total);
    }

    ListeningShares publishers() {
        return new ListeningShares(publishers, total);
    }

    ListeningShares kinds() {
        return new ListeningShares(kinds, total);
    }

    /** Divides a play evenly; a name that comes twice gets two parts. */
    private static PersistentMap<FadingSum> spread(
            PersistentMap<FadingSum> sums, List<String> names, double amount, Decay.Moment moment, Object owner) {
        PersistentMap<FadingSum> changed = sums;
        double part = amount / names.size();
        for (int i = 0; i < names.size(); i++) {
            changed = add(changed, names.get(i), part, moment, owner);
        }
        return changed;
    }

    private static PersistentMap<FadingSum> named(
            PersistentMap<FadingSum> sums, String name, double amount, Decay.Moment moment, Object owner) {
        return name.isEmpty() ? sums : add(sums, name, amount, moment, owner);
    }

    private static PersistentMap<FadingSum> add(
            PersistentMap<FadingSum> sums, String name, double amount, Decay.Moment moment, Object owner) {
        FadingSum known = sums.get(name);
        return sums.put(name, (known == null ? FadingSum.NONE : known).plus(amount, moment), owner);
    }
}
