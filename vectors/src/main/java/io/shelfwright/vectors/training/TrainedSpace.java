package io.shelfwright.vectors.training;

import io.shelfwright.engine.vectors.FoldIn;
import io.shelfwright.engine.vectors.VectorRows;
import io.shelfwright.engine.vectors.VectorSpace;
import io.shelfwright.spi.VectorOrigin;
import io.shelfwright.vectors.ItemFactors;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors of a whole catalog in one space, as a snapshot takes them.
 *
 * @param name of the space
 * @param factors in the catalog's order
 * @param learned items whose vector was learned from plays; the other known ones have theirs from their content
 * @param trainedItems items in the loss, 0 where users' vectors are means
 */
public record TrainedSpace(String name, ItemFactors factors, BitSet learned, int trainedItems) implements VectorRows {
    @Override
    public VectorOrigin origin(int item) {
        if (learned.get(item)) {
            return VectorOrigin.LEARNED;
        }
        return factors.known().get(item) ? VectorOrigin.CONTENT : VectorOrigin.NONE;
    }

    @Override
    public void copy(int item, float[] target) {
        System.arraycopy(factors.values(), item * factors.dimension(), target, 0, factors.dimension());
    }

    /** Returns what is known of the space beside its vectors. */
    public VectorSpace description() {
        ItemFactors.FoldIn given = factors.foldIn();
        Optional<FoldIn> foldIn = trainedItems == 0
                ? Optional.empty()
                : Optional.of(new FoldIn(
                        given.unobservedWeight(),
                        given.regularisation(),
                        given.exponent(),
                        trainedItems,
                        given.confidence()));
        return new VectorSpace(
                name,
                factors.dimension(),
                factors.origin().algorithm(),
                factors.origin().seed(),
                Map.of(
                        "users", (long) factors.origin().users(),
                        "items", (long) learned.cardinality(),
                        "interactions", (long) factors.origin().interactions()),
                foldIn);
    }

    /** Returns how many items have a vector from their content alone. */
    int fromContent() {
        return factors.known().cardinality() - learned.cardinality();
    }
}
