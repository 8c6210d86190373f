package io.shelfwright.heuristics;

import io.shelfwright.api.TargetType;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What artists the user plays brought out lately and the user does not know yet: the sum of the artists' shares, halved
 * for each half of the window that has passed since the release.
 */
final class NewReleases implements Strategy {
    private static final int MOST_ARTISTS = 200;

    private final ItemPool pool;
    private final int days;

    /** Release of each item in seconds since 1970; an unknown one lies before all time. */
    private final long[] released;

    NewReleases(ItemPool pool, int days) {
        this.pool = pool;
        this.days = days;
        released = new long[pool.catalog().size()];
        for (int item = 0; item < released.length; item++) {
            Instant at = pool.catalog().item(item).releasedAt();
            released[item] = at == null ? Long.MIN_VALUE : at.getEpochSecond();
        }
    }

    @Override
    public List<Proposal> propose(RecallRequest request, ShelfSpec shelf) {
        Catalog catalog = pool.catalog();
        UserState user = request.user();
        Map<Integer, Release> releases = releases(user, request.context().at());
        Shortlist best = new Shortlist(
                catalog,
                request,
                shelf,
                item -> pool.fits(item, shelf)
                        && !Familiarity.knows(user, catalog.item(item).id()));
        releases.forEach((item, release) -> best.offer(item, release.score()));
        return best.proposals(item -> evidence(releases, item));
    }

    private Map<Integer, Release> releases(UserState user, Instant at) {
        long now = at.getEpochSecond();
        long since = at.minusSeconds(days * 86_400L).getEpochSecond();
        List<Affinity> artists = user.artists();
        Hidden hidden = user.hidden(at);
        Map<Integer, Release> releases = new HashMap<>();
        for (int i = 0; i < Math.min(artists.size(), MOST_ARTISTS); i++) {
            Affinity artist = artists.get(i);
            if (hidden.hides(TargetType.ARTIST, artist.name())) {
                continue;
            }
            ItemList byArtist = pool.catalog().itemsByArtist(artist.name());
            for (int place = 0; place < byArtist.size(); place++) {
                int item = byArtist.get(place);
                if (released[item] >= since && released[item] <= now) {
                    double age = Familiarity.days(Instant.ofEpochSecond(released[item]), at);
                    double score = artist.share() * Familiarity.decay(age, days / 2.0);
                    releases.merge(item, new Release(artist.name(), score), Release::plus);
                }
            }
        }
        return releases;
    }

    private Evidence evidence(Map<Integer, Release> releases, int item) {
        Release release = releases.get(item);
        if (release == null) {
            throw new IllegalStateException("item " + item + " was proposed without an artist");
        }
        String name = pool.catalog().artistName(release.artist());
        return new Evidence("new-release", "New from " + name, List.of(release.artist()));
    }

    /** A release, with the one of its artists whom the user plays most. */
    private record Release(String artist, double score) {
        Release plus(Release other) {
            return new Release(artist, score + other.score);
        }
    }
}
