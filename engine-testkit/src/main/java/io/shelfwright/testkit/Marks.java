package io.shelfwright.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plugin did to a batch, by candidate and so wherever the candidate stood.
 *
 * @param byCandidate only candidates to which something was done
 */
record Marks(Map<String, Mark> byCandidate) {
    private static final double TOLERANCE = 1e-9;

    /**
     * What was done to one candidate.
     *
     * @param numbers in order, NaN where there is none
     * @param words in order
     */
    record Mark(List<Double> numbers, List<String> words) {}

    Marks {
        byCandidate = new TreeMap<>(byCandidate);
    }

    /** Returns the first difference to others, empty where there is none; numbers may differ in their last digits. */
    String difference(Marks others) {
        if (!byCandidate.keySet().equals(others.byCandidate.keySet())) {
            return "it did something to " + byCandidate.keySet() + " here and to " + others.byCandidate.keySet()
                    + " there";
        }
        for (Map.Entry<String, Mark> entry : byCandidate.entrySet()) {
            Mark there = others.byCandidate.getOrDefault(entry.getKey(), entry.getValue());
            if (!alike(entry.getValue(), there)) {
                return "candidate " + entry.getKey() + ": " + entry.getValue() + " here, " + there + " there";
            }
        }
        return "";
    }

    private static boolean alike(Mark here, Mark there) {
        if (here.numbers.size() != there.numbers.size() || !here.words.equals(there.words)) {
            return false;
        }
        for (int i = 0; i < here.numbers.size(); i++) {
            double a = here.numbers.get(i);
            double b = there.numbers.get(i);
            boolean same = Double.compare(a, b) == 0 || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
