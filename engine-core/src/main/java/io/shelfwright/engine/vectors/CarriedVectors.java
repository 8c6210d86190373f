package io.shelfwright.engine.vectors;

import io.shelfwright.api.Item;
import io.shelfwright.spi.VectorOrigin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vectors of an older catalog for the items of a newer one, by id: items that are in both keep theirs, new items have
 * none until the vectors are trained again.
 */
public final class CarriedVectors implements VectorRows {
    private final VectorRows old;
    private final int[] oldIndex;
    private int carried;

    public CarriedVectors(VectorRows old, List<Item> oldItems, List<Item> newItems) {
        this.old = old;
        Map<String, Integer> indices = new HashMap<>(oldItems.size() * 2);
        for (int i = 0; i < oldItems.size(); i++) {
            indices.put(oldItems.get(i).id(), i);
        }
        oldIndex = new int[newItems.size()];
        for (int i = 0; i < oldIndex.length; i++) {
            oldIndex[i] = indices.getOrDefault(newItems.get(i).id(), -1);
            carried += origin(i) == VectorOrigin.NONE ? 0 : 1;
        }
    }

    /** Returns how many items of the newer catalog have a vector. */
    public int carried() {
        return carried;
    }

    @Override
    public VectorOrigin origin(int item) {
        return oldIndex[item] < 0 ? VectorOrigin.NONE : old.origin(oldIndex[item]);
    }

    @Override
    public void copy(int item, float[] target) {
        old.copy(oldIndex[item], target);
    }
}
