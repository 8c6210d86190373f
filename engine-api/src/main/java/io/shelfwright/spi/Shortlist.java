package io.shelfwright.spi;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best items for one shelf while a generator walks through many: by score, then by item id.
 *
 * <p>It leaves out what could never be shown there: a kind that the shelf does not accept, an item released after the
 * request, one that is not offered in the request's market, one that the user hid, a score that is not finite. Only items good
 * enough are looked at, so an offer costs a comparison of numbers in most cases. A request of unknown market is offered every market's items.
 *
 * <p>Not thread-safe.
 */
public final class Shortlist {
    private static final int FIRST_CAPACITY = 64;

    private final Catalog catalog;
    private final ShelfSpec shelf;
    private final Instant at;
    private final String market;
    private final int limit;
    private final IntPredicate admitted;
    private final Hidden hidden;

    /** A heap: the worst one first. */
    private int[] items;

    private double[] scores;
    private int size;
    private @Nullable ItemKind lastKind;
    private boolean lastAccepted;

    /** Makes an empty list that admits every item. */
    public Shortlist(Catalog catalog, RecallRequest request, ShelfSpec shelf) {
        this(catalog, request, shelf, item -> true);
    }

    /**
     * Makes an empty list.
     *
     * @param admitted further condition on an item's catalog index, asked last
     */
    public Shortlist(Catalog catalog, RecallRequest request, ShelfSpec shelf, IntPredicate admitted) {
        this.catalog = catalog;
        this.shelf = shelf;
        this.admitted = admitted;
        at = request.context().at();
        hidden = request.user().hidden(at);
        market = request.context().market();
        limit = Math.max(0, request.limit());
        int capacity = Math.min(limit, FIRST_CAPACITY);
        items = new int[capacity];
        scores = new double[capacity];
    }

    /**
     * Offers an item; offer each one once.
     *
     * @param item catalog index
     * @param score higher is better
     */
    public void offer(int item, double score) {
        if (isBeyond(item, score) || !Double.isFinite(score) || !mayBeShown(catalog.item(item))) {
            return;
        }
        if (!admitted.test(item)) {
            return;
        }
        if (size < limit) {
            add(item, score);
        } else {
            sink(0, item, score, size);
        }
    }

    public int size() {
        return size;
    }

    /**
     * Returns whether neither this item nor any that stands behind it, by score and then by id, can enter any more: where a
     * walk in that order may stop.
     */
    public boolean isBeyond(int item, double score) {
        return size == limit && (size == 0 || !isWorse(items[0], scores[0], item, score));
    }

    /**
     * Returns the items as proposals, best first, and leaves this list empty.
     *
     * @param evidence why an item, given by its catalog index, is proposed
     */
    public List<Proposal> proposals(IntFunction<Evidence> evidence) {
        int count = size;
        for (int end = size - 1; end > 0; end--) {
            int item = items[end];
            double score = scores[end];
            items[end] = items[0];
            scores[end] = scores[0];
            sink(0, item, score, end);
        }
        size = 0;
        List<Proposal> proposals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String itemId = catalog.item(items[i]).id();
            proposals.add(new Proposal(shelf.id(), itemId, scores[i], evidence.apply(items[i])));
        }
        return proposals;
    }

    private boolean mayBeShown(Item item) {
        if (!accepts(item.kind())) {
            return false;
        }
        Instant releasedAt = item.releasedAt();
        if (releasedAt != null && releasedAt.isAfter(at)) {
            return false;
        }
        if (hidden.mask(item, shelf.id()) != null) {
            return false;
        }
        Set<String> markets = item.markets();
        return market.isEmpty() || markets.contains(Item.EVERYWHERE) || markets.contains(market);
    }

    /** Items mostly come kind by kind, so the last answer is remembered. */
    private boolean accepts(ItemKind kind) {
        if (kind != lastKind) {
            lastKind = kind;
            lastAccepted = shelf.accepts(kind);
        }
        return lastAccepted;
    }

    private void add(int item, double score) {
        if (size == items.length) {
            int capacity = (int) Math.min(limit, 2L * items.length);
            items = Arrays.copyOf(items, capacity);
            scores = Arrays.copyOf(scores, capacity);
        }
        int place = size++;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isWorse(item, score, items[parent], scores[parent])) {
                break;
            }
            items[place] = items[parent];
            scores[place] = scores[parent];
            place = parent;
        }
        items[place] = item;
        scores[place] = score;
    }

    private void sink(int from, int item, double score, int end) {
        int place = from;
        while (2 * place + 1 < end) {
            int child = 2 * place + 1;
            if (child + 1 < end && isWorse(items[child + 1], scores[child + 1], items[child], scores[child])) {
                child++;
            }
            if (!isWorse(items[child], scores[child], item, score)) {
                break;
            }
            items[place] = items[child];
            scores[place] = scores[child];
            place = child;
        }
        items[place] = item;
        scores[place] = score;
    }

    /** Returns whether the first stands behind the second; ids decide between equal scores. */
    private boolean isWorse(int first, double firstScore, int second, double secondScore) {
        if (firstScore != secondScore) {
            return firstScore < secondScore;
        }
        return catalog.item(first).id().compareTo(catalog.item(second).id()) > 0;
    }
}
