package io.shelfwright.spi;

/** Where a feature set writes; every cell starts as missing. */
public interface FeatureColumns {

    /**
     * Writes one value; a value that is not finite counts as missing, one outside the declared range is clipped and
     * counted.
     *
     * @param candidate row
     * @param feature column within the feature set
     */
    void set(int candidate, int feature, double value);
}
