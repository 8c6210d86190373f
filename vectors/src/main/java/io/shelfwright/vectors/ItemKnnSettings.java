package io.shelfwright.vectors;

import io.shelfwright.spi.Setting;

/** Settings of {@link ItemKnn}. */
public record ItemKnnSettings(
        @Setting(value = "Nearest items kept for each item.", defaultValue = "100", min = 1, max = 100000)
        int neighbours,

        @Setting(value = "Added to the product of the lengths of two items.", defaultValue = "0", min = 0, max = 1e6)
        double shrinkage,

        @Setting(value = "How much a pair of user and item counts.", defaultValue = "cosine")
        ItemWeighting weighting) {
    public static final ItemKnnSettings DEFAULTS = new ItemKnnSettings(100, 0, ItemWeighting.COSINE);

    public ItemKnnSettings {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours is " + neighbours + ", allowed is 1 or more");
        }
        if (!(shrinkage >= 0) || Double.isInfinite(shrinkage)) {
            throw new IllegalArgumentException("shrinkage is " + shrinkage + ", allowed are finite numbers from 0");
        }
    }
}
