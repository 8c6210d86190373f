package io.shelfwright.learning;

import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.JoinedPage.JoinedCard;
import io.shelfwright.learning.PageRows.RawRow;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects joined pages and makes a dataset of them; for one use. */
final class DatasetBuilder {
    private static final float POSITIVE = 0.5f;

    private final FeatureSchema schema;
    private final LabelPolicy policy;
    private final LearningRules rules;
    private final RowWeights weights;
    private final List<PageRows> pages = new ArrayList<>();
    private final Set<String> otherFingerprints = new TreeSet<>();
    private int otherSchemaPages;
    private int invalidPropensityRows;
    private int misfitRows;

    /** A dataset and what it was made of. */
    record Built(Dataset dataset, DatasetReport report) {}

    DatasetBuilder(FeatureSchema schema, LabelPolicy policy, LearningRules rules) {
        this.schema = schema;
        this.policy = policy;
        this.rules = rules;
        weights = new RowWeights(rules);
    }

    void add(JoinedPage page) {
        PageRecord record = page.record();
        if (!record.schemaFingerprint().equals(schema.fingerprint())) {
            otherSchemaPages++;
            otherFingerprints.add(record.schemaFingerprint());
            return;
        }
        List<RawRow> rows = new ArrayList<>();
        for (JoinedCard card : page.cards()) {
            SlotRecord slot = card.slot();
            float[] features = slot.features();
            if (!slot.propensityValid()) {
                invalidPropensityRows++;
            } else if (features.length != schema.size()) {
                misfitRows++;
            } else {
                rows.add(new RawRow(
                        slot.shelfKind(),
                        features,
                        labels(card),
                        weights.of(card, page.viewportLogged()),
                        slot.score(),
                        slot.explored()));
            }
        }
        if (!rows.isEmpty()) {
            pages.add(new PageRows(
                    record.page().at(),
                    new PageKey(record.page().userId(), record.page().requestId()),
                    record.cursor(),
                    rows));
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
        Map<String, Integer> positives = positives();
        List<Integer> kept = keptObjectives(positives);
        double[] raw = rawWeights();
        double mean = mean(raw);
        Dataset dataset =
                new Dataset(schema, kept.stream().map(policy.objectives()::get).toList(), rows(kept, mean));
        return new Built(dataset, report(dataset, positives, mean, RowWeights.effectiveSampleSize(raw)));
    }

    private float[] labels(JoinedCard card) {
        float[] labels = new float[policy.objectives().size()];
        for (int o = 0; o < labels.length; o++) {
            labels[o] = policy.label(policy.objectives().get(o), card.reactions());
        }
        return labels;
    }

    private Map<String, Integer> positives() {
        Map<String, Integer> positives = new LinkedHashMap<>();
        for (int o = 0; o < policy.objectives().size(); o++) {
            int count = 0;
            for (PageRows page : pages) {
                for (RawRow row : page.rows()) {
                    count += row.labels()[o] >= POSITIVE ? 1 : 0;
                }
            }
            positives.put(policy.objectives().get(o), count);
        }
        return positives;
    }

    private List<Integer> keptObjectives(Map<String, Integer> positives) {
        List<Integer> kept = new ArrayList<>();
        for (int o = 0; o < policy.objectives().size(); o++) {
            if (o == 0 || positives.getOrDefault(policy.objectives().get(o), 0) >= rules.minPositives()) {
                kept.add(o);
            }
        }
        return kept;
    }

    private double[] rawWeights() {
        return pages.stream()
                .flatMap(page -> page.rows().stream())
                .mapToDouble(RawRow::weight)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private List<LabelledRow> rows(List<Integer> kept, double meanWeight) {
        List<LabelledRow> rows = new ArrayList<>();
        for (int group = 0; group < pages.size(); group++) {
            PageRows page = pages.get(group);
            for (RawRow row : page.rows()) {
                float[] labels = new float[kept.size()];
                for (int o = 0; o < labels.length; o++) {
                    labels[o] = row.labels()[kept.get(o)];
                }
                rows.add(new LabelledRow(
                        group,
                        page.key().userId(),
                        row.shelfKind(),
                        row.features(),
                        labels,
                        row.weight() / meanWeight,
                        row.liveScore()));
            }
        }
        return rows;
    }

    private DatasetReport report(Dataset dataset, Map<String, Integer> positives, double meanWeight, double effective) {
        Set<String> users = new HashSet<>();
        int explored = 0;
        for (PageRows page : pages) {
            users.add(page.key().userId());
            for (RawRow row : page.rows()) {
                explored += row.explored() ? 1 : 0;
            }
        }
        return new DatasetReport(
                schema.fingerprint(),
                pages.get(0).at(),
                pages.get(pages.size() - 1).at(),
                pages.size(),
                users.size(),
                otherSchemaPages,
                invalidPropensityRows,
                misfitRows,
                dataset.size(),
                explored,
                positives,
                dataset.objectives(),
                meanWeight,
                effective);
    }
}
