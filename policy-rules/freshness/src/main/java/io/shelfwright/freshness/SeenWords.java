package io.shelfwright.freshness;

/** Says how often something was seen; the sentences are made once, because a batch needs thousands. */
final class SeenWords {
    private static final int MOST = 20;
    private static final String[] ITEM = sentences("seen without a reaction");

    private SeenWords() {}

    static String item(double times) {
        return ITEM[(int) Math.min(MOST, Math.ceil(times))];
    }

    private static String[] sentences(String what) {
        String[] sentences = new String[MOST + 1];
        for (int times = 0; times <= MOST; times++) {
            sentences[times] = what
                    + (times == MOST ? " more than " + (MOST - 1) : " about " + Math.max(1, times))
                    + (times <= 1 ? " time lately" : " times lately");
        }
        return sentences;
    }
}
