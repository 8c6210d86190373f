package io.shelfwright.learning.dataset;

import io.shelfwright.learning.report.ReportSection;
import java.time.Instant;
import java.util.LinkedHashMap;
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
 * @param positives rows with a label from 0.5 of each objective
 */
public record DatasetReport(
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
        Map<String, Integer> positives) {

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
        facts.put("rows", rows);
        facts.put("exploredRows", exploredRows);
        facts.put("positives", positives);
        return new ReportSection("dataset", facts);
    }
}
