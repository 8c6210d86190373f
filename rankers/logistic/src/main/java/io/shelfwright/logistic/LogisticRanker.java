package io.shelfwright.logistic;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.Ranker;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores rows by the regressions of one model; immutable. */
final class LogisticRanker implements Ranker {
    private final FeatureSchema schema;
    private final List<String> objectives;
    private final LogisticModel model;

    private LogisticRanker(FeatureSchema schema, List<String> objectives, LogisticModel model) {
        this.schema = schema;
        this.objectives = objectives;
        this.model = model;
    }

    static LogisticRanker open(LogisticRankerSettings settings, InstanceContext context) {
        String name = settings.model().isEmpty() ? context.instanceName() : settings.model();
        Path directory = context.model(name)
                .orElseThrow(() -> new PluginException("ranker " + context.instanceName() + " has no model '" + name
                        + "' in this snapshot: train one with `shelfwright learn --ranker " + LogisticPlugin.NAME
                        + "`"));
        try {
            FeatureSchema schema = ModelFiles.schema(directory);
            List<String> objectives = ModelFiles.objectives(directory);
            if (objectives.isEmpty()) {
                throw new IllegalArgumentException(directory.resolve(ModelFiles.OBJECTIVES) + " names no objective");
            }
            return new LogisticRanker(schema, objectives, WeightsFile.read(directory, schema, objectives));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new PluginException(
                    "ranker " + context.instanceName() + " cannot read the model '" + name + "': " + e.getMessage()
                            + "; train it anew with `shelfwright learn --ranker " + LogisticPlugin.NAME + "`",
                    e);
        }
    }

    @Override
    public Optional<FeatureSchema> trainedOn() {
        return Optional.of(schema);
    }

    @Override
    public List<String> objectives() {
        return objectives;
    }

    @Override
    public void score(FeatureMatrix rows, float[] logits) {
        requireColumns(rows);
        int columns = model.columns();
        int heads = model.heads().size();
        for (int objective = 0; objective < heads; objective++) {
            Head head = model.heads().get(objective);
            for (int row = 0; row < rows.rows(); row++) {
                logits[row * heads + objective] = (float) model.logit(head, rows.values(), row * columns);
            }
        }
    }

    @Override
    public List<Contribution> explain(FeatureMatrix rows, int row) {
        requireColumns(rows);
        Head head = model.heads().get(0);
        List<Contribution> contributions = new ArrayList<>(model.columns() + 1);
        contributions.add(new Contribution("bias", head.bias()));
        for (int column = 0; column < model.columns(); column++) {
            contributions.add(new Contribution(
                    schema.features().get(column).name(), model.term(head, column, rows.get(row, column))));
        }
        return contributions;
    }

    private void requireColumns(FeatureMatrix rows) {
        if (rows.columns() != model.columns()) {
            throw new IllegalArgumentException(
                    "the model was trained on " + model.columns() + " features, the rows have " + rows.columns());
        }
    }
}
