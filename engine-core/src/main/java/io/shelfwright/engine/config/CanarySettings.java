package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;

/**
 * How a candidate snapshot is tried, and what ends the trial.
 *
 * @param share share of the users who get the candidate
 * @param window pages of each arm after which the arms are compared
 * @param strikes bad comparisons, less the good ones between them, that end the trial
 * @param degradations further degradations a page that are bad
 * @param latency ratio of the times a page takes that is bad
 * @param hides further hides and dislikes a page that are bad
 * @param calibration ratio of what was hoped for and came that is bad
 */
public record CanarySettings(
        @Setting(
                value = "Share of the users who get the candidate snapshot, by a hash of user and version; 0 tries"
                        + " none.",
                defaultValue = "0.05",
                min = 0,
                max = 0.5)
        double share,

        @Setting(
                value = "Pages of each arm after which the candidate is compared with the snapshot in use.",
                defaultValue = "200",
                min = 10,
                max = 10000000)
        int window,

        @Setting(
                value = "Bad comparisons that end the trial; a good one takes one back, one in between leaves the"
                        + " count.",
                defaultValue = "2",
                min = 1,
                max = 1000)
        int strikes,

        @Setting(
                value = "Degradations a page beyond those of the snapshot in use that are bad; half of it is not yet"
                        + " good.",
                defaultValue = "0.02",
                min = 0.0001,
                max = 100)
        double degradations,

        @Setting(
                value = "Ratio of the mean time of a page to that of the snapshot in use that is bad.",
                defaultValue = "1.5",
                min = 1.01,
                max = 1000)
        double latency,

        @Setting(
                value = "Hides and dislikes a page beyond those of the snapshot in use that are bad.",
                defaultValue = "0.02",
                min = 0.0001,
                max = 100)
        double hides,

        @Setting(
                value = "Ratio between the arms of positive interactions by predicted ones that is bad, either way.",
                defaultValue = "1.5",
                min = 1.01,
                max = 1000)
        double calibration) {}
