package io.shelfwright.learning.dataset;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.dataset.JoinedPage.JoinedCard;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.LabelPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the rows of a joined page: labels, sampling, and the logged features bit for bit. Thread-safe if its policy is. */
public final class RowMaker {
    static final String OTHER_SCHEMA = "otherSchema/";

    private final FeatureSchema schema;
    private final LabelPolicy policy;
    private final Sampling sampling;

    /** Makes rows of pages that went through one transform. */
    public RowMaker(FeatureSchema schema, LabelPolicy policy, Sampling sampling) {
        this.schema = schema;
        this.policy = policy;
        this.sampling = sampling;
    }

    /**
     * Returns the page with its rows, empty where none is left.
     *
     * @param tally given what was left out and why; {@link DatasetReport} names the counts
     */
    public Optional<PageRows> rows(JoinedPage joined, Tally tally) {
        PageRecord record = joined.record();
        if (!record.schemaFingerprint().equals(schema.fingerprint())) {
            tally.add("otherSchemaPages", 1);
            tally.add(OTHER_SCHEMA + record.schemaFingerprint(), 1);
            return Optional.empty();
        }
        DatasetPage page = page(record);
        List<DatasetRow> rows = new ArrayList<>();
        for (JoinedCard card : joined.cards()) {
            SlotRecord slot = card.slot();
            float[] features = slot.features();
            if (!slot.propensityValid()) {
                tally.add("invalidPropensityRows", 1);
            } else if (features.length != schema.size()) {
                tally.add("misfitRows", 1);
            } else {
                float[] labels = labels(card);
                double weight =
                        sampling.weight(page, slot.itemId(), !card.reactions().isEmpty(), labels);
                if (weight > 0) {
                    rows.add(row(page, card, joined.viewportLogged(), features, labels, weight));
                } else {
                    tally.add("sampledOutRows", 1);
                }
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new PageRows(page, rows));
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
                record.tier(),
                record.page().ranker(),
                record.page().snapshot(),
                record.page().configHash());
    }

    private static DatasetRow row(
            DatasetPage page,
            JoinedCard card,
            boolean viewportLogged,
            float[] features,
            float[] labels,
            double weight) {
        SlotRecord slot = card.slot();
        return new DatasetRow(
                page,
                card.position(),
                slot.shelfId(),
                slot.shelfKind(),
                slot.itemId(),
                slot.generator(),
                features,
                labels,
                weight,
                weight,
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
}
