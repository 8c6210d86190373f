package io.shelfwright.learning.dataset;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.dataset.JoinedPage.JoinedCard;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects joined pages and makes a dataset of them; for one use. */
final class DatasetBuilder {
    private final FeatureSchema schema;
    private final LabelPolicy policy;
    private final List<PageRows> pages = new ArrayList<>();
    private final Set<String> otherFingerprints = new TreeSet<>();
    private int otherSchemaPages;
    private int invalidPropensityRows;
    private int misfitRows;

    /** A dataset and what it was made of. */
    record Built(Dataset dataset, DatasetReport report) {}

    DatasetBuilder(FeatureSchema schema, LabelPolicy policy) {
        this.schema = schema;
        this.policy = policy;
    }

    void add(JoinedPage joined) {
        PageRecord record = joined.record();
        if (!record.schemaFingerprint().equals(schema.fingerprint())) {
            otherSchemaPages++;
            otherFingerprints.add(record.schemaFingerprint());
            return;
        }
        DatasetPage page = page(record);
        List<DatasetRow> rows = new ArrayList<>();
        for (JoinedCard card : joined.cards()) {
            SlotRecord slot = card.slot();
            float[] features = slot.features();
            if (!slot.propensityValid()) {
                invalidPropensityRows++;
            } else if (features.length != schema.size()) {
                misfitRows++;
            } else {
                rows.add(row(page, card, joined.viewportLogged(), features));
            }
        }
        if (!rows.isEmpty()) {
            pages.add(new PageRows(page, rows));
        }
    }

    /**
     * Makes the dataset.
     *
     * @throws Refusal if there is nothing to learn from
     */
    Built build() {
        if (pages.isEmpty()) {
            throw new Refusal(
                    otherSchemaPages == 0
                            ? "the log holds no card that can be learned from; serve pages first"
                            : "none of the log's pages went through the running feature transform "
                                    + schema.fingerprint() + ": " + otherSchemaPages + " pages went through "
                                    + String.join(", ", otherFingerprints)
                                    + "; serve pages with the running one first");
        }
        pages.sort(PageRows.ORDER);
        List<DatasetRow> rows = new ArrayList<>();
        for (int group = 0; group < pages.size(); group++) {
            DatasetPage page = pages.get(group).page().withGroup(group);
            pages.get(group).rows().forEach(row -> rows.add(row.withPage(page)));
        }
        Dataset dataset = new Dataset(schema, policy.objectives(), rows);
        return new Built(dataset, report(dataset));
    }

    private static DatasetPage page(PageRecord record) {
        return new DatasetPage(
                0,
                record.page().userId(),
                record.page().requestId(),
                record.cursor(),
                record.page().at(),
                record.market(),
                record.device(),
                "",
                record.page().ranker(),
                record.page().snapshot(),
                record.page().configHash());
    }

    private DatasetRow row(DatasetPage page, JoinedCard card, boolean viewportLogged, float[] features) {
        SlotRecord slot = card.slot();
        return new DatasetRow(
                page,
                card.position(),
                slot.shelfId(),
                slot.shelfKind(),
                slot.itemId(),
                slot.generator(),
                features,
                labels(card),
                1,
                1,
                slot.score(),
                slot.utility(),
                slot.examination(),
                slot.propensity(),
                slot.explored(),
                viewportLogged,
                !card.reactions().isEmpty());
    }

    private float[] labels(JoinedCard card) {
        float[] labels = new float[policy.objectives().size()];
        for (int o = 0; o < labels.length; o++) {
            labels[o] = policy.label(policy.objectives().get(o), card.reactions());
        }
        return labels;
    }

    private DatasetReport report(Dataset dataset) {
        Set<String> users = new HashSet<>();
        int explored = 0;
        for (int row = 0; row < dataset.size(); row++) {
            users.add(dataset.row(row).userId());
            explored += dataset.row(row).explored() ? 1 : 0;
        }
        return new DatasetReport(
                schema.fingerprint(),
                pages.get(0).page().at(),
                pages.get(pages.size() - 1).page().at(),
                pages.size(),
                users.size(),
                otherSchemaPages,
                invalidPropensityRows,
                misfitRows,
                dataset.size(),
                explored,
                dataset.positives());
    }
}
