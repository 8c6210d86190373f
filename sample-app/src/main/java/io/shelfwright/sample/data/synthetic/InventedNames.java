package io.shelfwright.sample.data.synthetic;

import io.shelfwright.sample.data.Draws;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Names that can be pronounced and belong to nobody; each is given once. */
final class InventedNames {
    private static final String[] STARTS = {
        "Va", "Mi", "Ko", "Lu", "Tre", "Or", "Sel", "Na", "Bri", "Fe", "Du", "Zo", "Hal", "Ve", "Qui", "Ro"
    };
    private static final String[] MIDDLES = {"ra", "lo", "ne", "mi", "vo", "sta", "rin", "du", "le", "ka"};
    private static final String[] ENDS = {
        "len", "ra", "vik", "nor", "sa", "mond", "tis", "ba", "ree", "x", "lith", "dan"
    };
    private static final String[] SECONDS = {
        "Orchard", "Parade", "Harbour", "Signal", "Atlas", "Furnace", "Meadow", "Union", "Static", "Lanterns"
    };
    private static final String[] JAPANESE = {"青い机", "夜凪ミナト", "ツキノ坂", "星降楼", "カゼノネ"};
    private static final String[] GREEK = {"Λιμενάρα", "Θαλασμίνα", "Ορφικόνα", "Ζεφυράκι"};
    private static final String[] CYRILLIC = {"Зорянич", "Тихоль", "Вечернада", "Лунобор"};

    private static final String[] FIRST_WORDS = {
        "Paper",
        "Northern",
        "Quiet",
        "Second",
        "Glass",
        "Early",
        "Golden",
        "Hollow",
        "Electric",
        "Slow",
        "Open",
        "Winter",
        "Distant",
        "Copper",
        "Velvet",
        "Small",
        "Salt",
        "Other",
        "Burning",
        "Borrowed"
    };
    private static final String[] SECOND_WORDS = {
        "Rooms",
        "Weather",
        "Letters",
        "Machines",
        "Rivers",
        "Hours",
        "Gardens",
        "Engines",
        "Maps",
        "Birds",
        "Streets",
        "Tides",
        "Colours",
        "Signals",
        "Mornings",
        "Echoes",
        "Stairs",
        "Harvest",
        "Islands",
        "Questions"
    };

    private final Draws draws;
    private final Set<String> given = new HashSet<>();

    InventedNames(long seed) {
        draws = new Draws(seed, 1);
    }

    /** Returns an artist's name; every fifth of the first artists is written in another script. */
    String artist(int index) {
        if (index % 5 == 4) {
            int turn = index / 5;
            String[] script = turn % 3 == 0 ? JAPANESE : turn % 3 == 1 ? GREEK : CYRILLIC;
            if (turn / 3 < script.length && given.add(script[turn / 3])) {
                return script[turn / 3];
            }
        }
        return once(this::latinName);
    }

    String publisher() {
        return once(() -> word() + " Audio");
    }

    String title() {
        return once(() -> one(FIRST_WORDS) + " " + one(SECOND_WORDS));
    }

    String show(String genre) {
        return once(() -> switch (draws.below(3)) {
            case 0 -> "The " + word() + " " + capital(genre) + " Hour";
            case 1 -> one(FIRST_WORDS) + " " + capital(genre);
            default -> capital(genre) + " with " + word() + " " + word();
        });
    }

    private String latinName() {
        return draws.next() < 0.4 ? word() + " " + one(SECONDS) : draws.next() < 0.3 ? word() + " " + word() : word();
    }

    private String word() {
        return one(STARTS) + (draws.next() < 0.5 ? one(MIDDLES) : "") + one(ENDS);
    }

    private String once(Supplier<String> name) {
        String candidate = name.get();
        for (int i = 2; !given.add(candidate); i++) {
            // The words run out sooner than the draws: number what came before.
            candidate = i < 20 ? name.get() : name.get() + " " + i;
        }
        return candidate;
    }

    private String one(String[] words) {
        return words[draws.below(words.length)];
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
