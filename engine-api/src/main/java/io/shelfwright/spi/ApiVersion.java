package io.shelfwright.spi;

import org.jspecify.annotations.Nullable;

/**
 * A version of this API, of which a plugin names the range it works with.
 *
 * <p>Within one major version, only what a plugin may leave out is added; so a plugin works with its own minor version and
 * every later one. Patches change nothing that a plugin could see and are not counted.
 *
 * @param major changes when something is removed, or asked of every plugin
 * @param minor changes when something is added
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The version of the API that this class is part of. */
    public static final ApiVersion CURRENT = new ApiVersion(1, 0);

    public ApiVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException(
                    "an API version of " + major + "." + minor + " is negative; allowed is 0.0 or higher");
        }
    }

    /**
     * Returns the version that a text such as {@code 1}, {@code 1.2} or {@code 1.2.3} names.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ApiVersion parse(String text) {
        String[] numbers = text.strip().split("\\.", -1);
        if (numbers.length > 3) {
            throw noVersion(text, null);
        }
        try {
            for (String number : numbers) {
                Integer.parseInt(number);
            }
            return new ApiVersion(Integer.parseInt(numbers[0]), numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0);
        } catch (NumberFormatException e) {
            throw noVersion(text, e);
        }
    }

    private static IllegalArgumentException noVersion(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' is no API version; allowed is major.minor, such as " + CURRENT, cause);
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
