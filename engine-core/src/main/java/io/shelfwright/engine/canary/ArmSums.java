package io.shelfwright.engine.canary;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;

/** What one arm did in one window; its owner guards it against other threads. */
final class ArmSums {
    private long pages;
    private double degradations;
    private double squaredDegradations;
    private double nanos;
    private double predicted;
    private long positive;
    private long negative;
    private long draws;
    private double inverse;
    private double squaredInverse;

    void page(PageRecord record, long took) {
        int lacking = record.page().degradations().size();
        pages++;
        degradations += lacking;
        squaredDegradations += (double) lacking * lacking;
        nanos += took;
        for (SlotRecord slot : record.slots()) {
            predicted += slot.score() * slot.examination();
            if (slot.explored() && slot.propensityValid() && slot.propensity() > 0) {
                double value = 1 / (slot.supportSize() * slot.propensity());
                draws++;
                inverse += value;
                squaredInverse += value * value;
            }
        }
    }

    /** Takes in that a card of a page of this arm was wanted; once a card, as it was predicted. */
    void wanted() {
        positive++;
    }

    void refused() {
        negative++;
    }

    long pages() {
        return pages;
    }

    double degradationsAPage() {
        return degradations / pages;
    }

    /** Returns the variance of the mean of degradations a page. */
    double degradationVariance() {
        double mean = degradationsAPage();
        return Math.max(0, squaredDegradations / pages - mean * mean) / pages;
    }

    double nanosAPage() {
        return nanos / pages;
    }

    double hidesAPage() {
        return (double) negative / pages;
    }

    /** Returns the variance of hides a page, as those of a Poisson process. */
    double hideVariance() {
        return (double) negative / pages / pages;
    }

    long positive() {
        return positive;
    }

    double predicted() {
        return predicted;
    }

    long draws() {
        return draws;
    }

    /** Returns the mean of 1 / (support x propensity), which is 1 if propensities are those of the draws. */
    double inverseMean() {
        return inverse / draws;
    }

    double inverseError() {
        double mean = inverseMean();
        return Math.sqrt(Math.max(0, squaredInverse / draws - mean * mean) / draws);
    }
}
