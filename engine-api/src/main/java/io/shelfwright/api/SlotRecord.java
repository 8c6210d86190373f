package io.shelfwright.api;

import java.util.Arrays;

/**
 * One slot of a logged page.
 *
 * @param row 0-based row
 * @param column 0-based column
 * @param shelfId shelf in that row
 * @param shelfKind kind of that shelf, the unit of calibration
 * @param itemId item shown
 * @param generator instance that proposed it
 * @param features the transformed row exactly as the model saw it; NaN is missing
 * @param logits raw outputs of the ranker, one an objective
 * @param score calibrated probability of the main objective
 * @param utility after objectives and score rules
 * @param examination probability of being seen, by the examination model
 * @param propensity probability of the choice given the page before it
 * @param marginal probability that this card stands in this slot, over all draws of the page; NaN where it has no closed form,
 *     which is after another slot of the page was drawn, and in logs that are older than it
 * @param propensityValid whether nothing changed the slot after the draw
 * @param supportSize number of cards that could have been drawn, 1 where the slot was not explored
 * @param explored whether the slot was drawn
 */
public record SlotRecord(
        int row,
        int column,
        String shelfId,
        String shelfKind,
        String itemId,
        String generator,
        float[] features,
        float[] logits,
        double score,
        double utility,
        double examination,
        double propensity,
        double marginal,
        boolean propensityValid,
        int supportSize,
        boolean explored) {

    public SlotRecord {
        features = features.clone();
        logits = logits.clone();
    }

    /** Makes a slot of which the marginal probability is not known. */
    public SlotRecord(
            int row,
            int column,
            String shelfId,
            String shelfKind,
            String itemId,
            String generator,
            float[] features,
            float[] logits,
            double score,
            double utility,
            double examination,
            double propensity,
            boolean propensityValid,
            int supportSize,
            boolean explored) {
        this(
                row,
                column,
                shelfId,
                shelfKind,
                itemId,
                generator,
                features,
                logits,
                score,
                utility,
                examination,
                propensity,
                Double.NaN,
                propensityValid,
                supportSize,
                explored);
    }

    @Override
    public float[] features() {
        return features.clone();
    }

    @Override
    public float[] logits() {
        return logits.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlotRecord that
                && row == that.row
                && column == that.column
                && shelfId.equals(that.shelfId)
                && shelfKind.equals(that.shelfKind)
                && itemId.equals(that.itemId)
                && generator.equals(that.generator)
                && Arrays.equals(features, that.features)
                && Arrays.equals(logits, that.logits)
                && Double.compare(score, that.score) == 0
                && Double.compare(utility, that.utility) == 0
                && Double.compare(examination, that.examination) == 0
                && Double.compare(propensity, that.propensity) == 0
                && Double.compare(marginal, that.marginal) == 0
                && propensityValid == that.propensityValid
                && supportSize == that.supportSize
                && explored == that.explored;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * row + column) + itemId.hashCode();
    }
}
