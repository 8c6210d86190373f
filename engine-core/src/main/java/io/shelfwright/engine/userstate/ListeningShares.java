package io.shelfwright.engine.userstate;

import io.shelfwright.spi.Affinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listening by one dimension such as artist, as parts of all listening; immutable. */
final class ListeningShares {
    private static final Comparator<Affinity> LARGEST_FIRST =
            Comparator.comparingDouble(Affinity::share).reversed().thenComparing(Affinity::name);

    private final PersistentMap<FadingSum> sums;
    private final FadingSum total;
    private @Nullable List<Affinity> affinities;

    /**
     * Makes shares.
     *
     * @param total all listening, also that which has no name in this dimension
     */
    ListeningShares(PersistentMap<FadingSum> sums, FadingSum total) {
        this.sums = sums;
        this.total = total;
    }

    double share(String name) {
        FadingSum sum = sums.get(name);
        return sum == null ? 0 : sum.shareOf(total);
    }

    /** Returns all shares, largest first, then by name; sorted when first asked for. */
    List<Affinity> affinities() {
        List<Affinity> known = affinities;
        if (known == null) {
            List<Affinity> found = new ArrayList<>(sums.size());
            sums.forEach((name, sum) -> {
                double share = sum.shareOf(total);
                if (share > 0) {
                    found.add(new Affinity(name, share));
                }
            });
            found.sort(LARGEST_FIRST);
            known = List.copyOf(found);
            // Two threads may both come here: they find the same list, and either may stay.
            affinities = known;
        }
        return known;
    }
}
