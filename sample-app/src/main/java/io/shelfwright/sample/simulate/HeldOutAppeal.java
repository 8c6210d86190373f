package io.shelfwright.sample.simulate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.sample.data.Draws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appeal by held-out plays: a listener wants what they went on to play.
 *
 * <p>For a subject (see {@link HoldOut}) with held-out plays n, the most of any subject of this user being m,
 * {@code t = (log(1 + n) / log(1 + m))^2}. An album has 0.85 of the largest t of its artists. A playlist of k artists has
 * {@code 1 - product(1 - w t)} over them with {@code w = min(0.5, 4 / k)}, at most 0.8. Of podcasts the data holds no
 * listening: each listener takes to each first genre with probability 0.15, drawn from the seed, and a show of such a genre
 * has 0.3; that part is synthetic.
 */
final class HeldOutAppeal implements Appeal {
    static final double STEEPNESS = 2;
    static final double ALBUM = 0.85;
    static final double PLAYLIST_SHARE = 0.5;
    static final double PLAYLIST_ARTISTS = 4;
    static final double PLAYLIST_MOST = 0.8;
    static final double GENRE_SHARE = 0.15;
    static final double PODCAST = 0.3;

    private final long seed;
    private final Map<String, Map<String, Double>> plays = new HashMap<>();
    private final Map<String, Double> most = new HashMap<>();

    HeldOutAppeal(long seed) {
        this.seed = seed;
    }

    /** Takes a held-out interaction; not thread-safe, to be called before anything is asked. */
    void add(Interaction interaction, String subject) {
        if (interaction.type() != InteractionType.PLAY) {
            return;
        }
        double sum = plays.computeIfAbsent(interaction.userId(), user -> new HashMap<>())
                .merge(subject, interaction.amount(), Double::sum);
        most.merge(interaction.userId(), sum, Math::max);
    }

    @Override
    public double of(String userId, Item item) {
        double own = ofSubject(userId, item.id());
        if (item.kind().equals(ItemKind.ALBUM)) {
            return Math.max(own, ALBUM * best(userId, item.artistIds()));
        }
        if (item.kind().equals(ItemKind.PLAYLIST)) {
            return Math.max(own, ofPlaylist(userId, item.artistIds()));
        }
        if (item.kind().equals(ItemKind.PODCAST_SHOW)) {
            return Math.max(own, ofPodcast(userId, item));
        }
        return Math.max(own, ofSubject(userId, HoldOut.subject(item)));
    }

    double ofSubject(String userId, String subject) {
        Map<String, Double> known = plays.get(userId);
        Double count = known == null ? null : known.get(subject);
        if (count == null || count <= 0) {
            return 0;
        }
        double share = Math.log1p(count) / Math.log1p(most.getOrDefault(userId, count));
        return Math.pow(share, STEEPNESS);
    }

    private double best(String userId, List<String> artists) {
        double best = 0;
        for (String artist : artists) {
            best = Math.max(best, ofSubject(userId, artist));
        }
        return best;
    }

    private double ofPlaylist(String userId, List<String> artists) {
        double weight = Math.min(PLAYLIST_SHARE, PLAYLIST_ARTISTS / Math.max(1, artists.size()));
        double without = 1;
        for (String artist : artists) {
            without *= 1 - weight * ofSubject(userId, artist);
        }
        return Math.min(PLAYLIST_MOST, 1 - without);
    }

    private double ofPodcast(String userId, Item show) {
        String genre = show.genres().isEmpty() ? "" : show.genres().get(0);
        return new Draws(seed, 13, Keys.of(userId), Keys.of(genre)).next() < GENRE_SHARE ? PODCAST : 0;
    }
}
