package com.example.csvweights;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads weights from a CSV file.
 *
 * <p>The first line is {@code feature,weight}; each other one names a feature of the engine, or {@code bias}, and a number.
 * Empty lines and lines that begin with {@code #} are passed over.
 */
final class WeightsFile {
    static final String BIAS = "bias";
    private static final String HEADER = "feature,weight";

    private WeightsFile() {}

    /**
     * Returns the weights by feature.
     *
     * @throws PluginException naming file and line of what is wrong
     */
    static Map<String, Double> read(Path file, FeatureSchema schema) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new PluginException("cannot read the weights in " + file + ": " + e, e);
        }
        Map<String, Double> weights = new TreeMap<>();
        boolean inTable = false;
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number).strip();
            String place = file + ", line " + (number + 1) + ": ";
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!inTable) {
                check(line.replace(" ", "").equals(HEADER), place + "the first line must be '" + HEADER + "'");
                inTable = true;
                continue;
            }
            String[] cells = line.split(",", -1);
            check(cells.length == 2, place + "there must be a feature and a weight, separated by a comma");
            String feature = cells[0].strip();
            check(feature.equals(BIAS) || schema.column(feature) >= 0, place + unknown(feature, schema));
            check(weights.put(feature, weight(cells[1].strip(), place)) == null, place + feature + " is there twice");
        }
        check(!weights.isEmpty(), file + " holds no weights; write '" + HEADER + "' and a line for each feature");
        return weights;
    }

    private static double weight(String text, String place) {
        double weight = Double.NaN;
        try {
            weight = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // Said below, together with NaN and infinity.
        }
        check(Double.isFinite(weight), place + "'" + text + "' is not a finite number");
        return weight;
    }

    private static String unknown(String feature, FeatureSchema schema) {
        return "'" + feature + "' is no feature; those are "
                + schema.features().stream().map(known -> known.name()).sorted().toList();
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new PluginException(message);
        }
    }
}
