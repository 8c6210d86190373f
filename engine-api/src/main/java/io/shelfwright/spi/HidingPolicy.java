package io.shelfwright.spi;

import io.shelfwright.api.TargetType;

/** How long what a user hid or disliked stays away; an item stays away until that is undone. */
public record HidingPolicy(
        @Setting(
                value = "How long a hidden or disliked artist is not shown, in days.",
                defaultValue = "30",
                min = 0,
                max = 36500)
        double artistDays,

        @Setting(
                value = "How long a hidden or disliked shelf is not shown, in days.",
                defaultValue = "30",
                min = 0,
                max = 36500)
        double shelfDays,

        @Setting(
                value = "How long a hidden or disliked genre is not shown, in days.",
                defaultValue = "14",
                min = 0,
                max = 36500)
        double genreDays,

        @Setting(
                value = "How long a hidden or disliked kind of item is not shown, in days.",
                defaultValue = "14",
                min = 0,
                max = 36500)
        double kindDays) {

    public static final HidingPolicy DEFAULT = new HidingPolicy(30, 30, 14, 14);

    /** Returns for how many days a target of a type is hidden, infinite for an item. */
    public double days(TargetType type) {
        return switch (type) {
            case ITEM -> Double.POSITIVE_INFINITY;
            case ARTIST -> artistDays;
            case SHELF -> shelfDays;
            case GENRE -> genreDays;
            case KIND -> kindDays;
        };
    }
}
