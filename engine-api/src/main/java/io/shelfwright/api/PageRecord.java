package io.shelfwright.api;

import java.time.Instant;
import java.util.List;

/**
 * What is logged of a served page: all that is needed to train on it and to build it again.
 *
 * @param page the page as it was served
 * @param market market it was built for
 * @param device device class it was built for
 * @param tier subscription tier of the user, empty where unknown and in logs that are older than it
 * @param zone id of the zone in which hour and weekday were read
 * @param cursor cursor of the request, empty for a first page
 * @param schemaFingerprint fingerprint of the feature transform
 * @param servedAt when the page was answered, by the engine's clock
 * @param lateInstances instances that were not waited for: {@code stage/name} did not take part,
 *     {@code stage/name@time@version} took part with the result of an earlier request of that time and state version
 * @param packingSteps steps of the packer's search that were done
 * @param arm instance of the exploration policy that drew cards of this page, empty where nothing was drawn and in logs that are
 *     older than it
 * @param logPropensity natural logarithm of the probability of the whole page, 0 where nothing was drawn; NaN where a slot's
 *     propensity is not valid, and in logs that are older than it
 * @param funnel candidates that were left after each stage
 * @param slots one row a card, in reading order
 */
public record PageRecord(
        HomePage page,
        String market,
        String device,
        String tier,
        String zone,
        String cursor,
        String schemaFingerprint,
        Instant servedAt,
        List<String> lateInstances,
        long packingSteps,
        String arm,
        double logPropensity,
        Funnel funnel,
        List<SlotRecord> slots) {
    public PageRecord {
        lateInstances = List.copyOf(lateInstances);
        slots = List.copyOf(slots);
    }

    /** Makes a record of which tier, arm and the page's probability are not known. */
    public PageRecord(
            HomePage page,
            String market,
            String device,
            String zone,
            String cursor,
            String schemaFingerprint,
            Instant servedAt,
            List<String> lateInstances,
            long packingSteps,
            Funnel funnel,
            List<SlotRecord> slots) {
        this(
                page,
                market,
                device,
                "",
                zone,
                cursor,
                schemaFingerprint,
                servedAt,
                lateInstances,
                packingSteps,
                "",
                Double.NaN,
                funnel,
                slots);
    }
}
