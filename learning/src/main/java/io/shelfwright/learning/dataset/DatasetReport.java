package io.shelfwright.learning.dataset;

import io.shelfwright.learning.report.Refusal;
import io.shelfwright.learning.report.ReportSection;
import io.shelfwright.spi.FeatureSchema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the dataset was made of.
 *
 * @param schemaFingerprint fingerprint of the transform that all rows went through
 * @param firstPage time of the first page used
 * @param lastPage time of the last page used
 * @param pages pages used
 * @param users their users
 * @param otherSchemaPages pages of another transform, left out
 * @param invalidPropensityRows cards changed after their draw, left out
 * @param misfitRows cards whose number of features does not fit the schema, left out
 * @param sampledOutRows cards without any reaction that the sampling left out
 * @param rows rows kept
 * @param exploredRows those among them that were drawn
 * @param positives rows with a label from 0.5 of each objective
 */
public record DatasetReport(
        String schemaFingerprint,
        Instant firstPage,
        Instant lastPage,
        int pages,
        int users,
        long otherSchemaPages,
        long invalidPropensityRows,
        long misfitRows,
        long sampledOutRows,
        int rows,
        int exploredRows,
        Map<String, Integer> positives) {

    /**
     * Throws if no page is left.
     *
     * @throws Refusal with the reason
     */
    static void requireRows(long pages, FeatureSchema schema, Tally tally) {
        if (pages > 0) {
            return;
        }
        long others = tally.get("otherSchemaPages");
        List<String> fingerprints = tally.counts().keySet().stream()
                .filter(name -> name.startsWith(RowMaker.OTHER_SCHEMA))
                .map(name -> name.substring(RowMaker.OTHER_SCHEMA.length()))
                .toList();
        throw new Refusal(
                others == 0
                        ? "the log holds no card that can be learned from; serve pages first"
                        : "none of the log's pages went through the running feature transform "
                                + schema.fingerprint() + ": " + others + " pages went through "
                                + String.join(", ", fingerprints)
                                + "; serve pages with the running one first");
    }

    /** Returns the findings. */
    public ReportSection section() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("schemaFingerprint", schemaFingerprint);
        facts.put("firstPage", firstPage.toString());
        facts.put("lastPage", lastPage.toString());
        facts.put("pages", pages);
        facts.put("users", users);
        facts.put("otherSchemaPages", otherSchemaPages);
        facts.put("invalidPropensityRows", invalidPropensityRows);
        facts.put("misfitRows", misfitRows);
        facts.put("sampledOutRows", sampledOutRows);
        facts.put("rows", rows);
        facts.put("exploredRows", exploredRows);
        facts.put("positives", positives);
        return new ReportSection("dataset", facts);
    }
}
