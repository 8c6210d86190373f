package io.shelfwright.testkit;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ModelFiles;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Trains two numbers for each objective: the log-odds, and by how much rows with a high first feature exceed the others. */
class TinyTrainer implements RankerTrainer {
    private static final String FILE = "numbers.txt";

    @Override
    public void train(TrainingSet data, long seed, Path directory, Consumer<String> progress) {
        double[] weight = new double[4];
        double offset = 0;
        for (int row = 0; row < data.rows(); row++) {
            if (data.heldOut(row)) {
                continue;
            }
            offset += data.offset(row, 0) / data.rows();
            int high = data.features().get(row, 0) > 0 ? 2 : 0;
            weight[high + Math.round(data.label(row, 0))] += data.weight(row);
        }
        if (weight[0] + weight[2] == 0 || weight[1] + weight[3] == 0) {
            throw new IllegalArgumentException("there are rows of one class only, of " + data.rows());
        }
        double bias = Math.log((weight[1] + weight[3]) / (weight[0] + weight[2])) - offset;
        double slope = Math.log((weight[3] + 1) * (weight[0] + 1) / ((weight[2] + 1) * (weight[1] + 1)));
        progress.accept("two numbers for each of " + data.objectives());
        write(directory, data.features().schema(), data.objectives(), bias, slope);
    }

    @Override
    public boolean usesOffsets() {
        return true;
    }

    void write(Path directory, FeatureSchema schema, List<String> objectives, double bias, double slope) {
        ModelFiles.write(directory, schema, objectives);
        writeText(directory.resolve(FILE), bias + "\n" + slope);
    }

    static void writeText(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the ranker of a trained model. */
    static Ranker ranker(InstanceContext context) {
        Path directory = context.model(context.instanceName())
                .orElseThrow(() -> new PluginException(context.instanceName() + " has no model; train one"));
        try {
            List<String> numbers = Files.readAllLines(directory.resolve(FILE));
            return new TinyRanker(
                    ModelFiles.schema(directory),
                    ModelFiles.objectives(directory),
                    Float.parseFloat(numbers.get(0)),
                    Float.parseFloat(numbers.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record TinyRanker(FeatureSchema schema, List<String> objectives, float bias, float slope)
            implements Ranker {
        @Override
        public Optional<FeatureSchema> trainedOn() {
            return Optional.of(schema);
        }

        @Override
        public void score(FeatureMatrix rows, float[] logits) {
            for (int i = 0; i < rows.rows() * objectives.size(); i++) {
                logits[i] = bias + (rows.get(i / objectives.size(), 0) > 0 ? slope : 0);
            }
        }
    }
}
