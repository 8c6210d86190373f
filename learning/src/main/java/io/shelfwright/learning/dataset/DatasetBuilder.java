package io.shelfwright.learning.dataset;

import io.shelfwright.learning.report.Refusal;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.LabelPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects joined pages and makes a dataset of them in memory; for one use. */
final class DatasetBuilder {
    private final FeatureSchema schema;
    private final LabelPolicy policy;
    private final RowMaker maker;
    private final Tally tally = new Tally();
    private final List<PageRows> pages = new ArrayList<>();

    /** A dataset and what it was made of. */
    record Built(Dataset dataset, DatasetReport report) {}

    DatasetBuilder(FeatureSchema schema, LabelPolicy policy) {
        this.schema = schema;
        this.policy = policy;
        maker = new RowMaker(schema, policy, Sampling.ALL);
    }

    void add(JoinedPage joined) {
        maker.rows(joined, tally).ifPresent(pages::add);
    }

    /**
     * Makes the dataset.
     *
     * @throws Refusal if there is nothing to learn from
     */
    Built build() {
        DatasetReport.requireRows(pages.size(), schema, tally);
        pages.sort(PageRows.ORDER);
        List<DatasetRow> rows = new ArrayList<>();
        Set<String> users = new HashSet<>();
        int explored = 0;
        for (int group = 0; group < pages.size(); group++) {
            DatasetPage page = pages.get(group).page().withGroup(group);
            users.add(page.userId());
            for (DatasetRow row : pages.get(group).rows()) {
                rows.add(row.withPage(page));
                explored += row.explored() ? 1 : 0;
            }
        }
        Dataset dataset = new Dataset(schema, policy.objectives(), rows);
        DatasetReport report = new DatasetReport(
                schema.fingerprint(),
                pages.get(0).page().at(),
                pages.get(pages.size() - 1).page().at(),
                pages.size(),
                users.size(),
                tally.get("otherSchemaPages"),
                tally.get("invalidPropensityRows"),
                tally.get("misfitRows"),
                tally.get("sampledOutRows"),
                dataset.size(),
                explored,
                dataset.positives());
        return new Built(dataset, report);
    }
}
