package io.shelfwright.neural;

import io.shelfwright.spi.Setting;
import io.shelfwright.spi.Tunable;
import java.util.List;

/**
 * Settings of the trainer.
 *
 * @param hidden units of each hidden layer, in order
 * @param epochs most passes over the rows
 * @param batchSize rows a step
 * @param learningRate step size of Adam
 * @param featureDropout share of values that are hidden from the network in training
 * @param patience passes without a better held-out loss before training stops
 */
record NeuralTrainerSettings(
        @Setting(
                value = "Units of each hidden layer, one to four layers of 1 to 1024 units.",
                defaultValue = "[64, 32]")
        @Tunable(values = {"[16]", "[32]", "[32, 16]", "[64, 32]", "[128, 64]"})
        List<String> hidden,

        @Setting(value = "Most passes over the rows.", defaultValue = "30", min = 1, max = 1000)
        int epochs,

        @Setting(value = "Rows of one step.", defaultValue = "256", min = 1, max = 65536)
        @Tunable(min = 64, max = 1024, logarithmic = true)
        int batchSize,

        @Setting(value = "Step size of Adam.", defaultValue = "0.002", min = 1e-6, max = 1)
        @Tunable(min = 0.0003, max = 0.01, logarithmic = true)
        double learningRate,

        @Setting(
                value = "Share of the values that training hides, so that the network learns to do without.",
                defaultValue = "0.1",
                min = 0,
                max = 0.9)
        @Tunable(min = 0, max = 0.4)
        double featureDropout,

        @Setting(
                value = "Passes without a better held-out loss before training stops.",
                defaultValue = "4",
                min = 1,
                max = 1000)
        int patience) {
    private static final int MOST_LAYERS = 4;
    private static final int MOST_UNITS = 1024;

    NeuralTrainerSettings {
        hidden = List.copyOf(hidden);
        if (hidden.isEmpty() || hidden.size() > MOST_LAYERS) {
            throw new IllegalArgumentException(
                    "hidden has " + hidden.size() + " layers; allowed are 1 to " + MOST_LAYERS);
        }
        for (String units : hidden) {
            units(units);
        }
    }

    int[] hiddenUnits() {
        return hidden.stream().mapToInt(NeuralTrainerSettings::units).toArray();
    }

    private static int units(String text) {
        try {
            int units = Integer.parseInt(text.strip());
            if (units >= 1 && units <= MOST_UNITS) {
                return units;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "hidden holds '" + text + "'; allowed are whole numbers from 1 to " + MOST_UNITS, e);
        }
        throw new IllegalArgumentException(
                "hidden holds '" + text + "'; allowed are whole numbers from 1 to " + MOST_UNITS);
    }
}
