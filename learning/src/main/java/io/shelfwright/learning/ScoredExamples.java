package io.shelfwright.learning;

import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.ExampleTableBuilder;
import io.shelfwright.learning.evaluation.ScoreColumn;
import io.shelfwright.spi.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Makes a table to evaluate of rows of a dataset and what models say about them; not thread-safe. */
final class ScoredExamples {
    private static final String POPULARITY = "popularity.rank";
    private static final String IS_NEW = "user.is_new";

    private final Dataset dataset;
    private final int[] rows;
    private final ExampleTableBuilder builder;

    ScoredExamples(Dataset dataset, int[] rows) {
        this.dataset = dataset;
        this.rows = rows;
        builder = ExampleTable.of(texts(row -> row.userId() + " " + row.page().requestId() + " "
                        + row.page().cursor()))
                .users(texts(DatasetRow::userId))
                .items(texts(DatasetRow::itemId))
                .kinds(texts(DatasetRow::shelfKind))
                .weights(dataset.weights(rows))
                .slice("market", texts(row -> row.page().market()))
                .slice("device", texts(row -> row.page().device()))
                .slice("tier", texts(row -> row.page().tier()))
                .slice("kind", texts(DatasetRow::shelfKind))
                .slice("explored", texts(row -> String.valueOf(row.explored())));
        for (int o = 0; o < dataset.objectives().size(); o++) {
            builder.label(dataset.objectives().get(o), dataset.labels(rows, o));
        }
        int isNew = dataset.schema().column(IS_NEW);
        if (isNew >= 0) {
            builder.slice("listener", texts(row -> row.features()[isNew] == 1 ? "new" : "known"));
        }
    }

    /** Adds the calibrated probabilities of a ranker. */
    ScoredExamples model(String name, ScoredRows scored, Calibration calibration) {
        for (int o = 0; o < scored.objectives().size(); o++) {
            String objective = scored.objectives().get(o);
            if (dataset.objectives().contains(objective)) {
                double[] values = new double[rows.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = calibration
                            .curve(dataset.row(rows[i]).shelfKind(), objective)
                            .probability(scored.logit(i, o));
                }
                builder.score(new ScoreColumn(name, objective, true, values));
            }
        }
        return this;
    }

    /** Adds the scores that were served. */
    ScoredExamples served(String name) {
        builder.score(new ScoreColumn(name, dataset.objectives().get(0), true, numbers(DatasetRow::liveScore)));
        return this;
    }

    /** Adds the order of a ranker without a model: its scores are no probabilities. */
    ScoredExamples order(String name, ScoredRows scored) {
        double[] values = new double[rows.length];
        Arrays.setAll(values, i -> scored.logit(i, 0));
        builder.score(new ScoreColumn(name, dataset.objectives().get(0), false, values));
        return this;
    }

    /** Adds the order of plain popularity, where there is such a feature. */
    ScoredExamples popularity() {
        int column = dataset.schema().column(POPULARITY);
        if (column >= 0) {
            double[] values = numbers(row -> {
                float rank = row.features()[column];
                return Float.isNaN(rank) ? -1 : (double) rank;
            });
            builder.score(
                    new ScoreColumn(ScoreColumn.POPULARITY, dataset.objectives().get(0), false, values));
        }
        return this;
    }

    ExampleTable table(Catalog catalog) {
        return builder.traits(new CatalogTraits(catalog).of(dataset, rows)).build();
    }

    ExampleTable build() {
        return builder.build();
    }

    private List<String> texts(Function<DatasetRow, String> text) {
        List<String> texts = new ArrayList<>(rows.length);
        for (int row : rows) {
            texts.add(text.apply(dataset.row(row)));
        }
        return texts;
    }

    private double[] numbers(Function<DatasetRow, Double> number) {
        double[] numbers = new double[rows.length];
        Arrays.setAll(numbers, i -> number.apply(dataset.row(rows[i])));
        return numbers;
    }
}
