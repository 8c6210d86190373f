package io.shelfwright.engine.userstate;

/**
 * A sum that fades; immutable.
 *
 * @param value relative to the end of the span
 * @param span number of the span of the last addition, see {@link Decay}
 */
record FadingSum(double value, long span) {
    static final FadingSum NONE = new FadingSum(0, 0);

    FadingSum plus(double amount, Decay.Moment moment) {
        return plus(new FadingSum(amount * moment.weight(), moment.span()));
    }

    FadingSum plus(FadingSum other) {
        long later = later(other);
        return new FadingSum(in(later) + other.in(later), later);
    }

    /** Returns this without an earlier addition; rounding never leaves less than nothing. */
    FadingSum minus(FadingSum other) {
        long later = later(other);
        return new FadingSum(Math.max(0, in(later) - other.in(later)), later);
    }

    /** Returns which part of another sum this is, 0 to 1. */
    double shareOf(FadingSum whole) {
        long later = later(whole);
        double all = whole.in(later);
        return all > 0 ? Math.min(1, in(later) / all) : 0;
    }

    /** Returns what is left at a time, which is not before the last addition: amounts added at that time count in full. */
    double at(Decay.Moment moment) {
        return in(moment.span()) / moment.weight();
    }

    /** Returns the value relative to the end of a span, not before this one's. */
    double in(long other) {
        return span == other || value == 0 ? value : Math.scalb(value, -Decay.SPAN * (int) Math.min(64, other - span));
    }

    private long later(FadingSum other) {
        return value == 0 ? other.span : other.value == 0 ? span : Math.max(span, other.span);
    }
}
