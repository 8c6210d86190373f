package io.shelfwright.negativefeedback;

import io.shelfwright.api.TargetType;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.SkippedItem;
import io.shelfwright.spi.Unwanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What candidates lose because they are like disliked items.
 *
 * <p>{@code spread max_j 2^(-age_j/h) max(0, (similarity - from)/(1 - from))}: the largest over the disliked items and not
 * the sum, so that many mild likenesses do not add up to a ban. A dislike does not spread to an artist whom the user has
 * played often since. Where it would at least halve too many candidates the likeness means little, and only what the user
 * said explicitly counts. The 20 latest
 * disliked items are read, and the 20 latest that the user keeps skipping, which weigh a fifth.
 */
final class Spreading {
    private static final int MOST_SOURCES = 20;
    private static final double HALVED = Math.log(2);

    private final CandidateBatch batch;
    private final FadeSettings settings;
    private final List<DislikedItem> sources = new ArrayList<>();
    private final double[] losses;
    private final DislikedItem[] strongest;

    Spreading(CandidateBatch batch, FadeSettings settings) {
        this.batch = batch;
        this.settings = settings;
        losses = new double[batch.size()];
        strongest = new DislikedItem[batch.size()];
        if (settings.spread() > 0) {
            addDisliked();
            addSkipped();
        }
        spread();
    }

    private void addDisliked() {
        List<Unwanted> unwanted = batch.user().hidden(batch.context().at()).unwanted();
        for (int i = unwanted.size() - 1; i >= 0 && sources.size() < MOST_SOURCES; i--) {
            Unwanted one = unwanted.get(i);
            int item = one.feedback().targetType() == TargetType.ITEM
                    ? batch.catalog().indexOf(one.target())
                    : -1;
            if (item >= 0) {
                String reason = "like " + batch.catalog().item(item).title() + ", "
                        + one.words(batch.catalog(), batch.context().zone());
                sources.add(new DislikedItem(item, one.since(), 1, reason, batch, settings));
            }
        }
    }

    private void addSkipped() {
        List<SkippedItem> skipped = new ArrayList<>(batch.user().skippedItems());
        skipped.removeIf(item -> item.skips() < settings.skipsNeeded() || settings.skipStrength() == 0);
        skipped.sort(Comparator.comparing(SkippedItem::at).reversed().thenComparing(SkippedItem::itemId));
        for (int i = 0; i < Math.min(skipped.size(), MOST_SOURCES); i++) {
            int item = batch.catalog().indexOf(skipped.get(i).itemId());
            if (item >= 0) {
                String reason = "like " + batch.catalog().item(item).title() + ", which you keep skipping";
                sources.add(
                        new DislikedItem(item, skipped.get(i).at(), settings.skipStrength(), reason, batch, settings));
            }
        }
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    private void spread() {
        int halved = 0;
        for (int i = 0; i < losses.length; i++) {
            for (int k = 0; k < sources.size(); k++) {
                double loss = loss(sources.get(k), i);
                if (loss > losses[i]) {
                    losses[i] = loss;
                    strongest[i] = sources.get(k);
                }
            }
            halved += losses[i] >= HALVED ? 1 : 0;
        }
        if (halved > settings.maxSpreadShare() * losses.length) {
            Arrays.fill(losses, 0);
        }
    }

    private double loss(DislikedItem source, int candidate) {
        int item = batch.itemIndex(candidate);
        if (item == source.item()) {
            return 0;
        }
        double likeness =
                (batch.catalog().similarity(item, source.item()) - settings.spreadFrom()) / (1 - settings.spreadFrom());
        if (likeness <= 0 || source.isForgiven(batch.item(candidate))) {
            return 0;
        }
        return source.weight() * Math.min(1, likeness);
    }

    /** Returns the loss of a candidate in log utility, at least 0. */
    double loss(int candidate) {
        return losses[candidate];
    }

    /** Returns why a candidate loses. */
    String reason(int candidate) {
        return strongest[candidate].reason();
    }
}
