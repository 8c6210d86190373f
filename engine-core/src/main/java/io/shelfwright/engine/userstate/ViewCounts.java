package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ImpressionKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Impressions that were not answered: of each item, artist and shelf, and of explored cards; changed by one fold, then only
 * read.
 *
 * <p>An impression is answered by any later positive reaction to its item. It is then left out everywhere, so that the
 * artist and the shelf get back their part of it too.
 */
final class ViewCounts {
    private PersistentMap<ItemViews> items;
    private PersistentMap<Seen> artists;
    private PersistentMap<Seen> shelves;
    private Appended<Explored> explored;
    private @Nullable Instant last;
    private @Nullable Asked asked;

    ViewCounts() {
        items = PersistentMap.empty();
        artists = PersistentMap.empty();
        shelves = PersistentMap.empty();
        explored = Appended.empty();
    }

    private ViewCounts(ViewCounts other) {
        items = other.items;
        artists = other.artists;
        shelves = other.shelves;
        explored = other.explored;
        last = other.last;
    }

    ViewCounts copy() {
        return new ViewCounts(this);
    }

    void add(Interaction view, Catalog catalog, Object owner) {
        Instant time = view.time();
        last = time;
        if (view.explored()) {
            double before =
                    explored.isEmpty() ? 0 : explored.get(explored.size() - 1).until();
            explored = explored.plus(new Explored(time, before + view.amount()));
        }
        Decay.Moment moment = Decay.IMPRESSIONS.moment(time);
        FadingSum amount = new FadingSum(view.amount() * moment.weight(), moment.span());
        ItemViews known = items.get(view.targetId());
        ItemViews item = known == null ? ItemViews.of(view.targetId(), catalog) : known;
        items = items.put(view.targetId(), item.plus(amount, view.shelfId()), owner);
        for (String artist : item.artists()) {
            artists = artists.put(artist, seen(artists, artist).plus(amount), owner);
        }
        if (!view.shelfId().isEmpty()) {
            shelves = shelves.put(view.shelfId(), seen(shelves, view.shelfId()).plus(amount), owner);
        }
    }

    /** Takes out all views of an item that was reacted to. */
    void answered(String itemId, Object owner) {
        ItemViews item = items.get(itemId);
        if (item == null || item.all().count() == 0) {
            return;
        }
        for (String artist : item.artists()) {
            artists = artists.put(artist, seen(artists, artist).minus(item.all()), owner);
        }
        for (ShelfViews shelf : item.shelves()) {
            shelves = shelves.put(shelf.id(), seen(shelves, shelf.id()).minus(shelf.seen()), owner);
        }
        items = items.put(itemId, new ItemViews(Seen.NEVER, item.artists(), List.of()), owner);
    }

    /** Returns the decayed count at a time; what was seen after that time counts in full. */
    double unanswered(ImpressionKey.Scope scope, String key, Instant at) {
        Instant latest = last;
        if (latest == null) {
            return 0;
        }
        Seen seen =
                switch (scope) {
                    case ITEM -> {
                        ItemViews item = items.get(key);
                        yield item == null ? null : item.all();
                    }
                    case ARTIST -> artists.get(key);
                    case SHELF -> shelves.get(key);
                };
        return seen == null ? 0 : seen.sum().at(moment(at.isBefore(latest) ? latest : at));
    }

    /** A request asks for many keys at one time. Two threads may both replace what is remembered; either may stay. */
    private Decay.Moment moment(Instant at) {
        Asked known = asked;
        if (known == null || !known.at.equals(at)) {
            known = new Asked(at, Decay.IMPRESSIONS.moment(at));
            asked = known;
        }
        return known.moment;
    }

    /** Returns the number of explored views at or after a time. */
    int exploredSince(Instant since) {
        int from = 0;
        int to = explored.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (explored.get(middle).time().isBefore(since)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (from == explored.size()) {
            return 0;
        }
        double before = from == 0 ? 0 : explored.get(from - 1).until();
        return (int) Math.min(
                Integer.MAX_VALUE, Math.round(explored.get(explored.size() - 1).until() - before));
    }

    private static Seen seen(PersistentMap<Seen> all, String key) {
        Seen known = all.get(key);
        return known == null ? Seen.NEVER : known;
    }

    /** Views of one thing: the count tells when nothing is left, which rounding would not. */
    private record Seen(FadingSum sum, long count) {
        private static final Seen NEVER = new Seen(FadingSum.NONE, 0);

        private Seen plus(FadingSum amount) {
            return new Seen(sum.plus(amount), count + 1);
        }

        private Seen minus(Seen other) {
            return count <= other.count ? NEVER : new Seen(sum.minus(other.sum), count - other.count);
        }
    }

    private record ShelfViews(String id, Seen seen) {}

    private record ItemViews(Seen all, List<String> artists, List<ShelfViews> shelves) {
        private static ItemViews of(String itemId, Catalog catalog) {
            int index = catalog.indexOf(itemId);
            return new ItemViews(
                    Seen.NEVER, index < 0 ? List.of() : catalog.item(index).artistIds(), List.of());
        }

        private ItemViews plus(FadingSum amount, String shelfId) {
            if (shelfId.isEmpty()) {
                return new ItemViews(all.plus(amount), artists, shelves);
            }
            List<ShelfViews> changed = new ArrayList<>(shelves.size() + 1);
            Seen here = Seen.NEVER;
            for (ShelfViews shelf : shelves) {
                if (shelf.id.equals(shelfId)) {
                    here = shelf.seen;
                } else {
                    changed.add(shelf);
                }
            }
            changed.add(new ShelfViews(shelfId, here.plus(amount)));
            return new ItemViews(all.plus(amount), artists, List.copyOf(changed));
        }
    }

    /** A view of an explored card, with the number of all views until then. */
    private record Explored(Instant time, double until) {}

    private record Asked(Instant at, Decay.Moment moment) {}
}
