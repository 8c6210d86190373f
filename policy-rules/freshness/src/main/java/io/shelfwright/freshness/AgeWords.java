package io.shelfwright.freshness;

/** Says ages; the sentences are made once, because a batch needs thousands. */
final class AgeWords {
    private static final String[] DAYS = new String[366];

    static {
        for (int day = 0; day < DAYS.length; day++) {
            DAYS[day] = day == 0 ? "released today" : "released " + day + (day == 1 ? " day ago" : " days ago");
        }
    }

    private AgeWords() {}

    static String of(double days) {
        return days < DAYS.length ? DAYS[(int) days] : "released over a year ago";
    }
}
