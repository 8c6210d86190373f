package io.shelfwright.sample.simulate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.sample.data.Draws;
import java.util.Map;

/**
 * Decides which interactions the engine never sees; a function of a seed and of the interaction alone.
 *
 * <p>A subject is an artist, for artists and albums by their first artist; any other item is a subject of its own. Of a
 * user's subjects, {@value #DISCOVERY} are held out whole: the user likes them, and the engine has no trace of it. Of the
 * others, {@value #FAMILIAR} of the days on which the user listened to them are: known listening that goes on.
 */
final class HoldOut {
    static final double DISCOVERY = 0.2;
    static final double FAMILIAR = 0.2;

    private static final long SECONDS_OF_DAY = 86_400;

    private final long seed;
    private final Map<String, String> subjects;
    private final Arrivals arrivals;

    /**
     * Makes the rule.
     *
     * @param subjects subject of each item that is not its own, see {@link #subject}
     */
    HoldOut(long seed, Map<String, String> subjects) {
        this(seed, subjects, Arrivals.NONE);
    }

    /** Makes the rule for a world in which items appear later; what is known of those is held out whole. */
    HoldOut(long seed, Map<String, String> subjects, Arrivals arrivals) {
        this.seed = seed;
        this.subjects = subjects;
        this.arrivals = arrivals;
    }

    /** Returns an item as the engine may know it. */
    Item asServed(Item item) {
        return arrivals.of(item);
    }

    /** Returns what the catalog is made by, beside the seed. */
    String key() {
        return arrivals.key();
    }

    /** Returns what an item counts as. */
    static String subject(Item item) {
        boolean byArtist = item.kind().equals(ItemKind.ARTIST) || item.kind().equals(ItemKind.ALBUM);
        return byArtist && !item.artistIds().isEmpty() ? item.artistIds().get(0) : item.id();
    }

    String subject(Interaction interaction) {
        return subjects.getOrDefault(interaction.targetId(), interaction.targetId());
    }

    boolean hidesPair(String userId, String subject) {
        return new Draws(seed, 11, Keys.of(userId), Keys.of(subject)).next() < DISCOVERY;
    }

    boolean hides(Interaction interaction) {
        String subject = subject(interaction);
        if (arrivals.comesLater(interaction.targetId())) {
            return true;
        }
        if (hidesPair(interaction.userId(), subject)) {
            return true;
        }
        long day = Math.floorDiv(interaction.time().getEpochSecond(), SECONDS_OF_DAY);
        return new Draws(seed, 12, Keys.of(interaction.userId()), Keys.of(subject), day).next() < FAMILIAR;
    }
}
