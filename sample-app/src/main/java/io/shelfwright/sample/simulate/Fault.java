package io.shelfwright.sample.simulate;

import io.shelfwright.api.BadRequestException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mistake that a simulation makes on purpose, so that it can be seen which check finds it.
 *
 * @param kind what goes wrong
 * @param day first day on which it does, 0 from the beginning
 */
public record Fault(Kind kind, int day) {
    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:@(\\d{1,5}))?");

    /** What can go wrong. */
    public enum Kind {
        /** A feature is computed anew in the serving engine, with a new version, and the models are not trained again. */
        TRANSFORM,
        /** A feature is computed anew in the serving engine, and nobody raised its version. */
        SILENT_TRANSFORM,
        /** Pages and reactions of premium listeners do not reach the log. */
        SLICE,
        /** A feature of the user stays what it was when the fault began. */
        LAG,
        /** A feature is missing for three cards of ten. */
        NULLS,
        /** Impressions are no longer logged. */
        LOGGING,
        /** Scores of a trained ranker carry noise and are too high; the heuristics have no model. */
        WORSE_MODEL;

        /** Returns the name on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads {@code NAME} or {@code NAME@DAY}.
     *
     * @throws BadRequestException if it is neither
     */
    public static Fault parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            for (Kind kind : Kind.values()) {
                if (kind.word().equals(form.group(1))) {
                    return new Fault(kind, form.group(2) == null ? 0 : Integer.parseInt(form.group(2)));
                }
            }
        }
        throw new BadRequestException("'" + text + "' is no fault; allowed is NAME or NAME@DAY with a NAME of "
                + Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", ")));
    }
}
