package io.shelfwright.learning.watch;

/**
 * When live pages are said to have drifted.
 *
 * @param window pages after which they are held against the reference, at least 1
 * @param strikes windows in a row that raise an alarm, at least 1
 * @param prediction Jensen-Shannon divergence (base 2) of the predictions from which it is drift, beyond noise
 * @param feature Jensen-Shannon divergence of a feature from which it is drift, beyond noise
 * @param missing change of the share of rows without a value
 * @param calibration ratio of positive cards to predicted ones, either way, among those known to be seen
 */
public record WatchSettings(
        int window, int strikes, double prediction, double feature, double missing, double calibration) {
    /** Windows of 500 pages; two in a row; divergences of 0.1 and 0.2, a twentieth missing, a ratio of 1.5. */
    public static final WatchSettings DEFAULT = new WatchSettings(500, 2, 0.1, 0.2, 0.05, 1.5);

    public WatchSettings {
        if (window < 1 || strikes < 1) {
            throw new IllegalArgumentException(
                    "window is " + window + " and strikes " + strikes + ", allowed is 1 and above");
        }
        if (!(prediction > 0) || !(feature > 0) || !(missing > 0) || !(calibration > 1)) {
            throw new IllegalArgumentException("prediction is " + prediction + ", feature " + feature + ", missing "
                    + missing + ", calibration " + calibration + "; allowed is above 0, for calibration above 1");
        }
    }
}
