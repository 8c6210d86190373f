package io.shelfwright.learning.dataset;

/**
 * One card that was served, with what became of it; its arrays are shared: do not change them.
 *
 * @param page the page it stood on
 * @param position 0-based place in reading order, unseen cards counted
 * @param shelfId shelf it stood in
 * @param shelfKind kind of that shelf, the unit of calibration
 * @param itemId what was shown
 * @param generator instance that proposed it
 * @param features as logged, bit for bit; NaN is missing
 * @param labels one an objective of the dataset, 0..1
 * @param weight positive; what the row counts
 * @param samplingWeight rows that this one stands for because others like it were left out, at least 1
 * @param liveScore calibrated probability of the main objective that was served
 * @param utility that the packer was given
 * @param examination probability of being seen, by the examination model
 * @param propensity probability of the choice given the page before it, 1 where nothing was drawn
 * @param explored whether the card was drawn
 * @param seen whether it is known that the card was seen; otherwise it is not known, and not that it was overlooked
 * @param reacted whether there was any reaction, whatever its label
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
public record DatasetRow(
        DatasetPage page,
        int position,
        String shelfId,
        String shelfKind,
        String itemId,
        String generator,
        float[] features,
        float[] labels,
        double weight,
        double samplingWeight,
        double liveScore,
        double utility,
        double examination,
        double propensity,
        boolean explored,
        boolean seen,
        boolean reacted) {

    /** Returns the number of the row's page. */
    public int group() {
        return page.group();
    }

    /** Returns whose page it was. */
    public String userId() {
        return page.userId();
    }

    /** Returns a copy that counts otherwise. */
    public DatasetRow withWeight(double value) {
        return copy(page, labels, value);
    }

    DatasetRow withLabels(float[] values) {
        return copy(page, values, weight);
    }

    DatasetRow withPage(DatasetPage value) {
        return copy(value, labels, weight);
    }

    private DatasetRow copy(DatasetPage otherPage, float[] otherLabels, double otherWeight) {
        return new DatasetRow(
                otherPage,
                position,
                shelfId,
                shelfKind,
                itemId,
                generator,
                features,
                otherLabels,
                otherWeight,
                samplingWeight,
                liveScore,
                utility,
                examination,
                propensity,
                explored,
                seen,
                reacted);
    }
}
