package io.shelfwright.heuristics;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import io.shelfwright.spi.UserState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies near the user's recent favourites and the user does not know yet.
 *
 * <p>An item counts as near as its best seed says: the seed's weight times the cosine of co-listening for a neighbour,
 * 0.25 to 0.5 by popularity for an item of the same artist, and, where fewer than 10 neighbours are known, 0.7 times the
 * cosine of vectors for the nearest items in vector space. Where the seed has neither neighbours nor a vector, the popular
 * items of its first genre count 0.4 times the similarity of content.
 */
final class BecauseYouListened implements Strategy {
    private static final double SAME_ARTIST = 0.5;
    private static final double SAME_GENRE = 0.4;
    private static final double SAME_DIRECTION = 0.7;
    private static final int FEW_NEIGHBOURS = 10;
    private static final int MOST_SIMILAR = 50;
    private static final int MOST_ARTISTS = 3;
    private static final int MOST_ITEMS = 100;

    private final ItemPool pool;
    private final int seeds;

    BecauseYouListened(ItemPool pool, int seeds) {
        this.pool = pool;
        this.seeds = seeds;
    }

    @Override
    public List<Proposal> propose(RecallRequest request, ShelfSpec shelf) {
        Catalog catalog = pool.catalog();
        UserState user = request.user();
        Map<Integer, Lead> leads = new HashMap<>();
        for (Seed seed : Seed.of(user, catalog, request.context().at(), seeds)) {
            follow(seed, leads, shelf);
        }
        Shortlist best = new Shortlist(
                catalog,
                request,
                shelf,
                item -> pool.fits(item, shelf)
                        && !Familiarity.knows(user, catalog.item(item).id()));
        leads.forEach((item, lead) -> {
            if (item != lead.seed().item()) {
                best.offer(item, lead.score());
            }
        });
        return best.proposals(item -> evidence(leads, item));
    }

    private void follow(Seed seed, Map<Integer, Lead> leads, ShelfSpec shelf) {
        Catalog catalog = pool.catalog();
        Neighbours neighbours = seed.item() < 0 ? Neighbours.NONE : catalog.neighbours(seed.item());
        for (int i = 0; i < neighbours.size(); i++) {
            add(leads, neighbours.item(i), seed, neighbours.similarity(i));
        }
        for (String artist : seed.artists().subList(0, Math.min(seed.artists().size(), MOST_ARTISTS))) {
            ItemList items = catalog.itemsByArtist(artist);
            for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
                double popularity = catalog.statistics().popularity(items.get(i));
                add(leads, items.get(i), seed, SAME_ARTIST * (0.5 + 0.5 * popularity));
            }
        }
        if (neighbours.size() >= FEW_NEIGHBOURS || seed.item() < 0) {
            return;
        }
        NearestItems similar = catalog.vectors()
                .map(vectors -> vectors.similar(seed.item(), MOST_SIMILAR, item -> pool.fits(item, shelf)))
                .orElse(NearestItems.NONE);
        for (int i = 0; i < similar.size() && similar.scores()[i] > 0; i++) {
            add(leads, similar.items()[i], seed, SAME_DIRECTION * similar.scores()[i]);
        }
        if (neighbours.size() == 0 && similar.size() == 0) {
            List<String> genres = catalog.item(seed.item()).genres();
            ItemList items = genres.isEmpty() ? ItemList.EMPTY : catalog.itemsOfGenre(genres.get(0));
            for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
                add(leads, items.get(i), seed, SAME_GENRE * catalog.similarity(seed.item(), items.get(i)));
            }
        }
    }

    private static void add(Map<Integer, Lead> leads, int item, Seed seed, double nearness) {
        Lead lead = new Lead(seed, seed.weight() * nearness);
        leads.merge(item, lead, (first, second) -> second.score() > first.score() ? second : first);
    }

    private static Evidence evidence(Map<Integer, Lead> leads, int item) {
        Lead lead = leads.get(item);
        if (lead == null) {
            throw new IllegalStateException("item " + item + " was proposed without a seed");
        }
        Seed seed = lead.seed();
        return new Evidence("because-you-listened", "Because you listened to " + seed.name(), List.of(seed.id()));
    }

    /** A way from a seed to an item. */
    private record Lead(Seed seed, double score) {}
}
