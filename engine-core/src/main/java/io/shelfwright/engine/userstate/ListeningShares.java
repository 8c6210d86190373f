package io.shelfwright.engine.userstate;

import io.shelfwright.spi.Affinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Listening by one dimension such as artist; filled by one thread, then only read.
 *
 * <p>Sums are made in the order of {@link #add}, never in that of a map, so that the same listening gives the same bits.
 */
final class ListeningShares {
    private static final Comparator<Affinity> LARGEST_FIRST =
            Comparator.comparingDouble(Affinity::share).reversed().thenComparing(Affinity::name);

    private final Map<String, Sum> sums = new HashMap<>();
    private double total;
    private @Nullable List<Affinity> affinities;

    void add(String name, double listening) {
        Sum sum = sums.get(name);
        if (sum == null) {
            sum = new Sum();
            sums.put(name, sum);
        }
        sum.value += listening;
    }

    /** Divides a listening evenly; a name that comes twice gets two parts. */
    void spread(List<String> names, double listening) {
        double part = listening / names.size();
        for (int i = 0; i < names.size(); i++) {
            add(names.get(i), part);
        }
    }

    /** Sets what all listening is, also that which has no name in this dimension. */
    void total(double listening) {
        total = listening;
    }

    double share(String name) {
        Sum sum = sums.get(name);
        return sum == null ? 0 : of(sum);
    }

    /** Returns all shares, largest first, then by name. */
    List<Affinity> affinities() {
        List<Affinity> known = affinities;
        if (known == null) {
            List<Affinity> found = new ArrayList<>(sums.size());
            sums.forEach((name, sum) -> {
                double share = of(sum);
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

    /** Rounding could lift the sum of parts a hair over the whole. */
    private double of(Sum sum) {
        return total > 0 ? Math.min(1, sum.value / total) : 0;
    }

    private static final class Sum {
        double value;
    }
}
