package io.shelfwright.vectors;

import io.shelfwright.spi.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of {@link Ials}. */
public record IalsSettings(
        @Setting(value = "Length of a vector.", defaultValue = "128", min = 1, max = 2048)
        int dimension,

        @Setting(
                value = "Strength of the regularisation, per observed and unobserved pair as weighed in the loss.",
                defaultValue = "0.02",
                min = 1e-9,
                max = 1e6)
        double regularisation,

        @Setting(
                value = "Weight of a pair that was not observed, against 1 for one that was (a0).",
                defaultValue = "0.05",
                min = 0,
                max = 100)
        double unobservedWeight,

        @Setting(
                value = "How the regularisation grows with the number of pairs of a user or an item (nu).",
                defaultValue = "1",
                min = 0,
                max = 1)
        double exponent,

        @Setting(value = "Passes over users and items.", defaultValue = "12", min = 1, max = 1000)
        int epochs,

        @Setting(value = "Standard deviation of the first vectors' length.", defaultValue = "0.1", min = 1e-6, max = 10)
        double initialScale,

        @Setting(
                value = "How the weight of a pair grows with its plays: 1 + this times ln(plays).",
                defaultValue = "0",
                min = 0,
                max = 1000)
        double confidence) {

    /** The defaults, as chosen on validation slices; docs/vectors.md says how. */
    public static final IalsSettings DEFAULTS = new IalsSettings(128, 0.02, 0.05, 1, 12, 0.1, 0);

    public IalsSettings {
        require("dimension", dimension, 1, 2048);
        require("regularisation", regularisation, 1e-9, 1e6);
        require("unobserved-weight", unobservedWeight, 0, 100);
        require("exponent", exponent, 0, 1);
        require("epochs", epochs, 1, 1000);
        require("initial-scale", initialScale, 1e-6, 10);
        require("confidence", confidence, 0, 1000);
    }

    private static void require(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed is " + min + " to " + max);
        }
    }

    public IalsSettings withDimension(int value) {
        return new IalsSettings(value, regularisation, unobservedWeight, exponent, epochs, initialScale, confidence);
    }

    public IalsSettings withEpochs(int value) {
        return new IalsSettings(dimension, regularisation, unobservedWeight, exponent, value, initialScale, confidence);
    }

    public IalsSettings withConfidence(double value) {
        return new IalsSettings(dimension, regularisation, unobservedWeight, exponent, epochs, initialScale, value);
    }

    /** Returns a copy with another regularisation and another weight of what was not observed. */
    public IalsSettings with(double newRegularisation, double newUnobservedWeight) {
        return new IalsSettings(
                dimension, newRegularisation, newUnobservedWeight, exponent, epochs, initialScale, confidence);
    }

    Map<String, Object> byName() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dimension", dimension);
        map.put("regularisation", regularisation);
        map.put("unobserved-weight", unobservedWeight);
        map.put("exponent", exponent);
        map.put("epochs", epochs);
        map.put("initial-scale", initialScale);
        map.put("confidence", confidence);
        return map;
    }
}
