package io.shelfwright.logistic;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes a model as a table that people can read: {@code weights.tsv}.
 *
 * <p>For each objective a line for the bias and one for each feature, in the order of the schema: objective, feature,
 * mean, deviation, weight per deviation, weight of being missing; separated by tabs. Numbers are read back exactly.
 */
final class WeightsFile {
    static final String NAME = "weights.tsv";

    private static final String HEADER = "objective\tfeature\tmean\tdeviation\tweight\tmissing";
    private static final String BIAS = "bias";
    private static final int FIELDS = 6;

    private WeightsFile() {}

    static void write(Path directory, FeatureSchema schema, LogisticModel model) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        for (Head head : model.heads()) {
            lines.add(line(head.objective(), BIAS, 0, 1, head.bias(), 0));
            for (int column = 0; column < model.columns(); column++) {
                lines.add(line(
                        head.objective(),
                        schema.features().get(column).name(),
                        model.mean()[column],
                        model.deviation()[column],
                        head.weight()[column],
                        head.missing()[column]));
            }
        }
        try {
            Files.write(directory.resolve(NAME), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the weights to " + directory, e);
        }
    }

    private static String line(
            String objective, String feature, double mean, double deviation, double weight, double missing) {
        return objective + '\t' + feature + '\t' + mean + '\t' + deviation + '\t' + weight + '\t' + missing;
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException naming file and line, if the table does not fit schema and objectives
     */
    static LogisticModel read(Path directory, FeatureSchema schema, List<String> objectives) {
        Path file = directory.resolve(NAME);
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the weights in " + file, e);
        }
        int columns = schema.size();
        int expected = 1 + objectives.size() * (columns + 1);
        if (lines.size() != expected || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(file + " has " + lines.size() + " lines; expected are a header and "
                    + (expected - 1) + " lines for " + objectives.size() + " objectives and " + columns + " features");
        }
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        List<Head> heads = new ArrayList<>();
        int next = 1;
        for (String objective : objectives) {
            double bias = numbers(file, lines, next++, objective, BIAS)[2];
            double[] weight = new double[columns];
            double[] missing = new double[columns];
            for (int column = 0; column < columns; column++) {
                FeatureDeclaration feature = schema.features().get(column);
                double[] numbers = numbers(file, lines, next++, objective, feature.name());
                mean[column] = numbers[0];
                deviation[column] = numbers[1];
                weight[column] = numbers[2];
                missing[column] = numbers[3];
            }
            heads.add(new Head(objective, bias, weight, missing));
        }
        return new LogisticModel(mean, deviation, heads);
    }

    private static double[] numbers(Path file, List<String> lines, int index, String objective, String feature) {
        String where = file + ", line " + (index + 1) + ": ";
        String[] fields = lines.get(index).split("\t", -1);
        if (fields.length != FIELDS || !fields[0].equals(objective) || !fields[1].equals(feature)) {
            throw new IllegalArgumentException(where + "expected is " + FIELDS + " fields, the first two '" + objective
                    + "' and '" + feature + "'");
        }
        double[] numbers = new double[FIELDS - 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(where, fields[i + 2]);
        }
        if (!(numbers[1] > 0)) {
            throw new IllegalArgumentException(where + "the deviation " + numbers[1] + " is not positive");
        }
        return numbers;
    }

    private static double number(String where, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + "'" + text + "' is not a number", e);
        }
        throw new IllegalArgumentException(where + "'" + text + "' is not a finite number");
    }
}
