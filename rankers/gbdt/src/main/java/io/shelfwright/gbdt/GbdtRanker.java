package io.shelfwright.gbdt;

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

/** Scores rows by one booster an objective. */
final class GbdtRanker implements Ranker {
    private final FeatureSchema schema;
    private final List<String> objectives;
    private final TreeScorer[] scorers;
    private final BoostedTrees main;

    private GbdtRanker(FeatureSchema schema, List<String> objectives, TreeScorer[] scorers, BoostedTrees main) {
        this.schema = schema;
        this.objectives = objectives;
        this.scorers = scorers;
        this.main = main;
    }

    static GbdtRanker open(GbdtRankerSettings settings, InstanceContext context) {
        String name = settings.model().isEmpty() ? context.instanceName() : settings.model();
        Path directory = context.model(name)
                .orElseThrow(() -> new PluginException("ranker " + context.instanceName() + " has no model '" + name
                        + "' in this snapshot: train one with `shelfwright learn --ranker " + GbdtPlugin.NAME + "`"));
        try {
            return load(directory, settings.scorer());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new PluginException(
                    "ranker " + context.instanceName() + " cannot read the model '" + name + "': " + e.getMessage()
                            + "; train it anew with `shelfwright learn --ranker " + GbdtPlugin.NAME + "`",
                    e);
        }
    }

    private static GbdtRanker load(Path directory, GbdtRankerSettings.Scorer kind) {
        FeatureSchema schema = ModelFiles.schema(directory);
        List<String> objectives = ModelFiles.objectives(directory);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException(directory.resolve(ModelFiles.OBJECTIVES) + " names no objective");
        }
        List<BoostedTrees> models = new ArrayList<>();
        for (String objective : objectives) {
            models.add(BoosterFile.read(directory.resolve(fileName(objective)), schema.size()));
        }
        TreeScorer[] scorers = new TreeScorer[models.size()];
        for (int i = 0; i < scorers.length; i++) {
            scorers[i] = switch (kind) {
                case JAVA -> new JavaTreeScorer(models.get(i));
                case NATIVE -> NativeTreeScorer.open(directory.resolve(fileName(objectives.get(i))));
            };
        }
        return new GbdtRanker(schema, objectives, scorers, models.get(0));
    }

    /** Returns the name of the file that holds the booster of an objective. */
    static String fileName(String objective) {
        return objective + ".model.json";
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
        for (int objective = 0; objective < scorers.length; objective++) {
            scorers[objective].score(rows.values(), rows.rows(), rows.columns(), logits, objective, scorers.length);
        }
    }

    @Override
    public List<Contribution> explain(FeatureMatrix rows, int row) {
        requireColumns(rows);
        float[] values = rows.row(row);
        double[] parts = new double[values.length + 1];
        parts[values.length] = main.baseMargin();
        for (Tree tree : main.trees()) {
            TreeShap.add(tree, values, parts);
        }
        List<Contribution> contributions = new ArrayList<>(parts.length);
        contributions.add(new Contribution("bias", parts[values.length]));
        for (int column = 0; column < values.length; column++) {
            contributions.add(new Contribution(schema.features().get(column).name(), parts[column]));
        }
        return contributions;
    }

    private void requireColumns(FeatureMatrix rows) {
        if (rows.columns() != schema.size()) {
            throw new IllegalArgumentException(
                    "the model was trained on " + schema.size() + " features, the rows have " + rows.columns());
        }
    }

    @Override
    public void close() {
        for (TreeScorer scorer : scorers) {
            scorer.close();
        }
    }
}
