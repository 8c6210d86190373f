package io.shelfwright.sample.web;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.Locale;

/** Picks the one or two signs that stand for a title on its cover. */
final class Initials {
    private static final String NOTHING_TO_WRITE = "♪";
    private static final int LONGEST_SIGN = 8;

    private Initials() {}

    /** Returns the first signs of the first two words, or the first two signs where words are not told apart by spaces. */
    static String of(String title) {
        StringBuilder initials = new StringBuilder();
        int words = 0;
        for (String word : title.split("[^\\p{L}\\p{N}\\p{M}]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            String first = sign(word);
            initials.append(first);
            if (words == 0 && isWrittenWithoutSpaces(word)) {
                initials.append(sign(word.substring(first.length())));
                break;
            }
            if (++words == 2) {
                break;
            }
        }
        if (initials.length() == 0) {
            String first = sign(title.strip());
            return first.isEmpty() ? NOTHING_TO_WRITE : first;
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }

    /** Returns the first character as a reader sees it: a letter with its marks, a joined emoji. */
    private static String sign(String text) {
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(text);
        int end = signs.next();
        return end == BreakIterator.DONE || end > LONGEST_SIGN ? "" : text.substring(0, end);
    }

    private static boolean isWrittenWithoutSpaces(String word) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
