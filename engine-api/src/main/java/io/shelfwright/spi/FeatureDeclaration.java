package io.shelfwright.spi;

import java.util.regex.Pattern;

/**
 * One number describing (user, item, shelf, context).
 *
 * @param name {@code family.name}, lower case with underscores, such as {@code user_item.plays}
 * @param description one sentence
 * @param unit such as {@code plays}, {@code days}, {@code share}, {@code flag}
 * @param min least value
 * @param max greatest value; values outside are clipped
 * @param missing value for missing, NaN to keep it missing (the models know missing)
 * @param version raised whenever the computation changes: it is part of the schema's fingerprint
 */
public record FeatureDeclaration(
        String name, String description, String unit, float min, float max, float missing, int version) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

    public FeatureDeclaration {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "feature name '" + name + "' is not of the form family.name in lower case with underscores");
        }
        if (!(min < max) || Float.isInfinite(min) || Float.isInfinite(max)) {
            throw new IllegalArgumentException(
                    "feature " + name + " has the range " + min + " to " + max + "; allowed is finite min < max");
        }
        if (!Float.isNaN(missing) && (missing < min || missing > max)) {
            throw new IllegalArgumentException(
                    "feature " + name + ": value for missing " + missing + " lies outside " + min + " to " + max);
        }
    }

    /** Returns a declaration, version 1, that keeps missing values missing. */
    public static FeatureDeclaration of(String name, String description, String unit, double min, double max) {
        return new FeatureDeclaration(name, description, unit, (float) min, (float) max, Float.NaN, 1);
    }

    /** Returns a copy whose missing values read as a number within the range. */
    public FeatureDeclaration missingAs(double value) {
        return new FeatureDeclaration(name, description, unit, min, max, (float) value, version);
    }

    /** Returns a copy of another version. */
    public FeatureDeclaration version(int value) {
        return new FeatureDeclaration(name, description, unit, min, max, missing, value);
    }

    /** Returns the part of the name before the dot. */
    public String family() {
        return name.substring(0, name.indexOf('.'));
    }
}
