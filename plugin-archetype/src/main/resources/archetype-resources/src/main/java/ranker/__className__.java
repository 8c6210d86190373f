package ${package};

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up features times weights that are given by hand; where a feature is missing it adds nothing. */
final class ${className} implements Ranker {
    private final String[] names;
    private final int[] columns;
    private final double[] weights;
    private final double bias;

    ${className}(${className}Settings settings, InstanceContext context) {
        Map<String, Double> byName = new TreeMap<>(settings.weights());
        FeatureSchema schema = context.schema();
        names = byName.keySet().toArray(new String[0]);
        columns = new int[names.length];
        weights = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            columns[i] = column(schema, names[i], context.instanceName());
            weights[i] = byName.get(names[i]);
        }
        bias = settings.bias();
    }

    /** Columns are found by name, so any schema will do. */
    @Override
    public Optional<FeatureSchema> trainedOn() {
        return Optional.empty();
    }

    @Override
    public void score(FeatureMatrix rows, float[] logits) {
        for (int row = 0; row < rows.rows(); row++) {
            double logit = bias;
            for (int i = 0; i < weights.length; i++) {
                logit += part(rows, row, i);
            }
            logits[row] = (float) logit;
        }
    }

    @Override
    public List<Contribution> explain(FeatureMatrix rows, int row) {
        List<Contribution> contributions = new ArrayList<>();
        contributions.add(new Contribution("bias", bias));
        for (int i = 0; i < weights.length; i++) {
            contributions.add(new Contribution(names[i], part(rows, row, i)));
        }
        return contributions;
    }

    private static int column(FeatureSchema schema, String name, String instance) {
        int column = schema.column(name);
        if (column < 0) {
            List<String> known = schema.features().stream()
                    .map(feature -> feature.name())
                    .sorted()
                    .toList();
            throw new PluginException(
                    "ranker '" + instance + "' weighs '" + name + "', which is no feature; those are " + known);
        }
        return column;
    }

    private double part(FeatureMatrix rows, int row, int i) {
        float value = rows.get(row, columns[i]);
        return Float.isNaN(value) ? 0 : weights[i] * value;
    }
}
