package io.shelfwright.learning;

/**
 * One row of a dataset; its arrays are shared: do not change them.
 *
 * @param group number of its page
 * @param userId whose page it was
 * @param shelfKind unit of calibration
 * @param features as logged
 * @param labels one an objective
 * @param weight positive; the mean over a dataset is 1
 * @param liveScore score of the ranker that served the page
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
record LabelledRow(
        int group,
        String userId,
        String shelfKind,
        float[] features,
        float[] labels,
        double weight,
        double liveScore) {}
