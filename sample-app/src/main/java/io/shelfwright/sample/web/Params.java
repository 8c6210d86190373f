package io.shelfwright.sample.web;

import io.javalin.http.Context;
import io.shelfwright.api.BadRequestException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request; what is missing is empty, what is malformed is refused in words. */
final class Params {
    private static final Pattern MARKET = Pattern.compile("[A-Za-z]{2}");
    private static final int SHOWN = 40;

    private final Function<String, @Nullable String> source;

    private Params(Function<String, @Nullable String> source) {
        this.source = source;
    }

    static Params ofQuery(Context context) {
        return new Params(context::queryParam);
    }

    static Params ofForm(Context context) {
        return new Params(context::formParam);
    }

    /** Returns whether only the changed part of a page is wanted, by the page's script. */
    static boolean wantsPart(Context context) {
        return "1".equals(context.queryParam("part"));
    }

    String text(String name) {
        String value = source.apply(name);
        return value == null ? "" : value;
    }

    String required(String name) {
        String value = text(name);
        if (value.isBlank()) {
            throw new BadRequestException("the request names no " + name + "; go back to the home page and try again");
        }
        return value;
    }

    PageAddress address() {
        String device = text("device");
        return new PageAddress(
                text("user"),
                seed(),
                device.isBlank() ? PageAddress.DESKTOP : device,
                market(),
                text("newcomer").equals("1"));
    }

    private @Nullable Long seed() {
        String value = text("seed").strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new BadRequestException(
                    "the seed is '" + shortened(value) + "'; allowed is a whole number from " + Long.MIN_VALUE + " to "
                            + Long.MAX_VALUE,
                    e);
        }
    }

    private String market() {
        String value = text("market").strip();
        if (!value.isEmpty() && !MARKET.matcher(value).matches()) {
            throw new BadRequestException("the market is '" + shortened(value)
                    + "'; allowed is a country code of two letters such as SE, or nothing for the listener's own");
        }
        return value.toUpperCase(Locale.ROOT);
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
