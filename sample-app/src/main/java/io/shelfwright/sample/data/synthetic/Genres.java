package io.shelfwright.sample.data.synthetic;

import java.util.List;

/** The genres and markets of the synthetic world. */
final class Genres {
    static final List<String> MUSIC = List.of(
            "indie rock",
            "dream pop",
            "city pop",
            "techno",
            "house",
            "folk",
            "jazz",
            "hip hop",
            "metal",
            "ambient",
            "soul",
            "bossa nova");
    static final List<String> PODCASTS =
            List.of("true crime", "comedy", "science", "history", "news", "business", "sports", "language learning");
    static final List<String> MARKETS = List.of("SE", "US", "JP", "DE", "BR");
    static final List<String> LANGUAGES = List.of("sv", "en", "ja", "de", "pt");

    private Genres() {}

    static String languageOf(String market) {
        return LANGUAGES.get(MARKETS.indexOf(market));
    }
}
