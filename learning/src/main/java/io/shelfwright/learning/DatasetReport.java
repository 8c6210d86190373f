package io.shelfwright.learning;

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
 * @param rows rows kept
 * @param exploredRows those among them that were drawn
 * @param positives rows with a label from 0.5 of each objective, the left-out objectives too
 * @param objectives objectives kept
 * @param meanRawWeight mean weight before it was made 1
 * @param effectiveSampleSize {@code (sum w)^2 / sum w^2}
 */
record DatasetReport(
        String schemaFingerprint,
        Instant firstPage,
        Instant lastPage,
        int pages,
        int users,
        int otherSchemaPages,
        int invalidPropensityRows,
        int misfitRows,
        int rows,
        int exploredRows,
        Map<String, Integer> positives,
        List<String> objectives,
        double meanRawWeight,
        double effectiveSampleSize) {

    ReportSection section() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("schemaFingerprint", schemaFingerprint);
        facts.put("firstPage", firstPage.toString());
        facts.put("lastPage", lastPage.toString());
        facts.put("pages", pages);
        facts.put("users", users);
        facts.put("otherSchemaPages", otherSchemaPages);
        facts.put("invalidPropensityRows", invalidPropensityRows);
        facts.put("misfitRows", misfitRows);
        facts.put("rows", rows);
        facts.put("exploredRows", exploredRows);
        facts.put("positives", positives);
        facts.put("objectives", objectives);
        facts.put("meanRawWeight", meanRawWeight);
        facts.put("effectiveSampleSize", effectiveSampleSize);
        facts.put("effectiveShare", effectiveSampleSize / rows);
        return new ReportSection("dataset", facts);
    }
}
