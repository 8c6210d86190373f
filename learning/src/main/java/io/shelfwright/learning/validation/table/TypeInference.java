package io.shelfwright.learning.validation.table;

import java.util.Locale;

/** Finds out what the values of a column are: whole numbers, numbers, or else texts. */
final class TypeInference {
    private boolean seen;
    private boolean fractions;
    private boolean texts;

    void add(String text) {
        seen = true;
        if (texts || isWhole(text)) {
            return;
        }
        fractions = true;
        texts = !isNumber(text);
    }

    void addNumber(boolean whole) {
        seen = true;
        fractions |= !whole;
    }

    void addText() {
        seen = true;
        texts = true;
    }

    /** Returns the type, that of texts where no value was seen. */
    ValueType type() {
        if (texts || !seen) {
            return ValueType.STRING;
        }
        return fractions ? ValueType.FLOAT : ValueType.INT;
    }

    /** Leading zeros make an id of a number. */
    private static boolean isWhole(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - start;
        if (digits == 0 || digits > 15 || (digits > 1 && text.charAt(start) == '0')) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Java also takes 0x1p3 and 1d for numbers; no other reader of such files does. */
    static boolean isNumber(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isSpecial(lower)) {
            return true;
        }
        boolean digit = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            digit |= c >= '0' && c <= '9';
            if ("0123456789+-.e".indexOf(c) < 0) {
                return false;
            }
        }
        if (!digit || (lower.length() > 1 && lower.charAt(0) == '0' && Character.isDigit(lower.charAt(1)))) {
            return false;
        }
        try {
            Double.parseDouble(lower);
            return true;
        } catch (NumberFormatException e) {
            return false; // which is the answer
        }
    }

    private static boolean isSpecial(String lower) {
        return switch (lower) {
            case "nan", "inf", "-inf", "infinity", "-infinity" -> true;
            default -> false;
        };
    }

    /** Returns the number that {@link #isNumber} said there is. */
    static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
