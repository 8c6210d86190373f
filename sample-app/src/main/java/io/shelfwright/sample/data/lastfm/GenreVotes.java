package io.shelfwright.sample.data.lastfm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes genres of tags: for each artist the {@value #MOST} tags that at least {@value #FEWEST_VOTES} listeners gave.
 *
 * <p>Where no tag has so many, {@value #MOST_OF_ONE_VOTE} single ones are taken that were given at least
 * {@value #KNOWN_TAG} times elsewhere. Ties go to the tag given more often over all artists, then by name. Tags that are
 * no genre (opinions, singers, "seen live") are dropped, and a few spellings are read as one.
 */
final class GenreVotes {
    private static final int MOST = 5;
    private static final int MOST_OF_ONE_VOTE = 3;
    private static final int FEWEST_VOTES = 2;
    private static final int KNOWN_TAG = 50;
    private static final int LONGEST = 30;

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("hip-hop", "hip hop"),
            Map.entry("hiphop", "hip hop"),
            Map.entry("rnb", "r&b"),
            Map.entry("r and b", "r&b"),
            Map.entry("synth pop", "synthpop"),
            Map.entry("synth-pop", "synthpop"),
            Map.entry("electro pop", "electropop"),
            Map.entry("trip hop", "trip-hop"),
            Map.entry("post rock", "post-rock"),
            Map.entry("post punk", "post-punk"),
            Map.entry("pop-rock", "pop rock"),
            Map.entry("pop-punk", "pop punk"),
            Map.entry("jpop", "j-pop"),
            Map.entry("j pop", "j-pop"),
            Map.entry("jrock", "j-rock"),
            Map.entry("j rock", "j-rock"),
            Map.entry("kpop", "k-pop"),
            Map.entry("rock and roll", "rock n roll"),
            Map.entry("chill out", "chillout"),
            Map.entry("chill", "chillout"),
            Map.entry("drum n bass", "drum and bass"),
            Map.entry("dnb", "drum and bass"),
            Map.entry("brasil", "brazilian"),
            Map.entry("usa", "american"),
            Map.entry("uk", "british"),
            Map.entry("soundtracks", "soundtrack"));

    private static final Set<String> NO_GENRES = Set.of(
            "seen live",
            "favorites",
            "favorite",
            "favourite",
            "favourites",
            "favorite songs",
            "favorite artists",
            "my favorites",
            "favourite songs",
            "awesome",
            "beautiful",
            "sexy",
            "love",
            "amazing",
            "cool",
            "catchy",
            "fun",
            "happy",
            "sad",
            "love at first listen",
            "cover",
            "covers",
            "epic",
            "great",
            "good",
            "best",
            "nice",
            "perfect",
            "the best",
            "brilliant",
            "genius",
            "legend",
            "legends",
            "female",
            "male",
            "female vocalist",
            "female vocalists",
            "male vocalist",
            "male vocalists",
            "female vocals",
            "male vocals",
            "female fronted",
            "female fronted metal",
            "boy band",
            "girl group",
            "guilty pleasure",
            "guilty pleasures",
            "hot",
            "cute",
            "diva",
            "albums i own",
            "under 2000 listeners",
            "check out",
            "overrated",
            "underrated",
            "all",
            "music",
            "other",
            "unknown",
            "various",
            "various artists",
            "misc",
            "live",
            "classic",
            "ballad",
            "ballads",
            "remix",
            "bands",
            "band",
            "artist",
            "artists",
            "singer",
            "spotify",
            "youtube",
            "lastfm",
            "radio",
            "party",
            "sex",
            "gay",
            "want to see live",
            "vocal",
            "vocals",
            "my music",
            "i love",
            "loved",
            "lovely",
            "sweet",
            "memories",
            "emotional",
            "favorite bands",
            "favourite artists",
            "favourite bands",
            "favorite band",
            "number one");

    private final Map<Long, Map<String, Integer>> byArtist = new HashMap<>();
    private final Map<String, Integer> overall = new HashMap<>();

    void add(long artist, String tag) {
        String lower = tag.toLowerCase(Locale.ROOT).strip();
        String genre = SPELLINGS.getOrDefault(lower, lower);
        if (genre.length() > LONGEST
                || NO_GENRES.contains(genre)
                || genre.chars().noneMatch(Character::isLetter)) {
            return;
        }
        byArtist.computeIfAbsent(artist, id -> new HashMap<>()).merge(genre, 1, Integer::sum);
        overall.merge(genre, 1, Integer::sum);
    }

    /** Returns the genres of an artist, the one given most often first; empty where there is none. */
    List<String> genres(long artist) {
        Map<String, Integer> votes = byArtist.getOrDefault(artist, Map.of());
        List<String> agreed = new ArrayList<>();
        List<String> single = new ArrayList<>();
        votes.forEach((tag, count) -> {
            if (count >= FEWEST_VOTES) {
                agreed.add(tag);
            } else if (given(tag) >= KNOWN_TAG) {
                single.add(tag);
            }
        });
        List<String> genres = agreed.isEmpty() ? single : agreed;
        genres.sort(Comparator.comparingInt((String tag) -> -votes.getOrDefault(tag, 0))
                .thenComparingInt(tag -> -given(tag))
                .thenComparing(Comparator.naturalOrder()));
        int most = agreed.isEmpty() ? MOST_OF_ONE_VOTE : MOST;
        return List.copyOf(genres.subList(0, Math.min(most, genres.size())));
    }

    private int given(String tag) {
        return overall.getOrDefault(tag, 0);
    }
}
