package io.shelfwright.engine.discovery;

import io.shelfwright.spi.ApiVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of the plugin API that a plugin works with, written as OSGi and Maven write ranges: {@code [1.0,2)}.
 *
 * @param least lowest version
 * @param leastIncluded whether the lowest itself is in the range
 * @param most highest version
 * @param mostIncluded whether the highest itself is in the range
 */
public record ApiRange(ApiVersion least, boolean leastIncluded, ApiVersion most, boolean mostIncluded) {
    private static final Pattern FORM = Pattern.compile("([\\[(])([^,]+),([^,]+)([\\])])");

    /**
     * Reads a range; a third number of a version is not counted.
     *
     * @throws IllegalArgumentException if it is no range, or an empty one
     */
    public static ApiRange parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no range of API versions; allowed is a range such as [1.0,2)");
        }
        ApiRange range = new ApiRange(
                ApiVersion.parse(form.group(2)),
                form.group(1).equals("["),
                ApiVersion.parse(form.group(3)),
                form.group(4).equals("]"));
        int order = range.least.compareTo(range.most);
        if (order > 0 || order == 0 && !(range.leastIncluded && range.mostIncluded)) {
            throw new IllegalArgumentException("'" + text + "' holds no version; allowed is a range such as [1.0,2)");
        }
        return range;
    }

    /** Returns whether a plugin of this range works with an API: it lies inside, and the plugin was built for its major. */
    public boolean accepts(ApiVersion api) {
        int low = api.compareTo(least);
        int high = api.compareTo(most);
        return api.major() == least.major()
                && (leastIncluded ? low >= 0 : low > 0)
                && (mostIncluded ? high <= 0 : high < 0);
    }

    @Override
    public String toString() {
        return (leastIncluded ? "[" : "(") + least + "," + most + (mostIncluded ? "]" : ")");
    }
}
