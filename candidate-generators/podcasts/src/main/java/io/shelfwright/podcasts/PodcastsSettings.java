package io.shelfwright.podcasts;

import io.shelfwright.spi.Setting;

/** The settings of the generator {@code podcasts}. */
record PodcastsSettings(
        @Setting(value = "Weight of the genres of shows the user plays.", defaultValue = "1", min = 0, max = 10)
        double genre,

        @Setting(value = "Weight of the publishers of shows the user plays.", defaultValue = "0.5", min = 0, max = 10)
        double publisher,

        @Setting(value = "Weight of what listeners of the same shows play.", defaultValue = "1.5", min = 0, max = 10)
        double coListening,

        @Setting(value = "Weight of popularity in the market.", defaultValue = "0.5", min = 0, max = 10)
        double popularity,

        @Setting(
                value = "Factor of a show in a language that the user is not known to understand.",
                defaultValue = "0.2",
                min = 0,
                max = 1)
        double foreignLanguage,

        @Setting(
                value = "Greatest share by which popularity is lowered at random, anew for each user, show and week, so"
                        + " that not everybody is proposed the same shows.",
                defaultValue = "0.3",
                min = 0,
                max = 1)
        double spread,

        @Setting(
                value = "Number of podcast plays at which the user's taste counts half of the most it can.",
                defaultValue = "2",
                min = 0,
                max = 1000)
        double trustPlays,

        @Setting(
                value = "Number of the user's shows whose neighbours are followed.",
                defaultValue = "20",
                min = 0,
                max = 1000)
        int seeds,

        @Setting(
                value = "Most shows that are looked at, those near the user's shows first and then the most popular.",
                defaultValue = "20000",
                min = 1,
                max = 10000000)
        int scanLimit) {

    PodcastsSettings {
        if (genre + publisher + coListening + popularity == 0) {
            throw new IllegalArgumentException("genre, publisher, co-listening and popularity are all 0;"
                    + " at least one weight must be above 0");
        }
    }
}
