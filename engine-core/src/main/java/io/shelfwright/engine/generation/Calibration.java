package io.shelfwright.engine.generation;

import io.shelfwright.api.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Platt scaling per shelf kind and objective (Platt 1999): {@code P = 1 / (1 + exp(-(a logit + b)))}; immutable.
 *
 * <p>A kind that is not known uses the curve of all kinds together, and that is the identity where nothing was fitted.
 */
public final class Calibration {
    /** Leaves logits as they are. */
    public static final Calibration IDENTITY = new Calibration(Map.of());

    /** Name of the file in a model's directory. */
    public static final String FILE = "calibration.tsv";

    /** Key of the curve for all shelf kinds together. */
    public static final String ALL = "*";

    private static final Curve STRAIGHT = new Curve(1, 0);

    private final Map<String, Curve> curves;

    /**
     * One curve.
     *
     * @param a slope
     * @param b intercept
     */
    public record Curve(double a, double b) {
        /** Returns the probability for a logit. */
        public double probability(double logit) {
            return 1 / (1 + Math.exp(-(a * logit + b)));
        }
    }

    private Calibration(Map<String, Curve> curves) {
        this.curves = Map.copyOf(curves);
    }

    /** Returns a calibration; keys are made by {@link #key}. */
    public static Calibration of(Map<String, Curve> curves) {
        return new Calibration(curves);
    }

    public static String key(String shelfKind, String objective) {
        return shelfKind + "\t" + objective;
    }

    /** Returns the curve of a shelf kind and objective. */
    public Curve curve(String shelfKind, String objective) {
        Curve exact = curves.get(key(shelfKind, objective));
        return exact != null ? exact : curves.getOrDefault(key(ALL, objective), STRAIGHT);
    }

    public void write(Path modelDirectory) throws IOException {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(curves).forEach((key, curve) -> lines.add(key + "\t" + curve.a + "\t" + curve.b));
        Files.write(modelDirectory.resolve(FILE), lines);
    }

    /**
     * Reads the calibration of a model, the identity where it has none.
     *
     * @throws SnapshotException if the file is damaged
     */
    public static Calibration read(Path modelDirectory) {
        Path file = modelDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            return IDENTITY;
        }
        try {
            Map<String, Curve> curves = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                String[] fields = line.split("\t", -1);
                curves.put(
                        key(fields[0], fields[1]),
                        new Curve(Double.parseDouble(fields[2]), Double.parseDouble(fields[3])));
            }
            return new Calibration(curves);
        } catch (IOException | RuntimeException e) {
            throw new SnapshotException(
                    "the calibration of model " + modelDirectory.getFileName() + " is damaged: " + e, e);
        }
    }
}
