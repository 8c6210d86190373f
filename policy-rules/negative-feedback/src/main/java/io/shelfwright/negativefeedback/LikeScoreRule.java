package io.shelfwright.negativefeedback;

import io.shelfwright.api.Item;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.PositiveFeedback;
import io.shelfwright.spi.ScoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Raises what a user said to like, and what is like it: the mirror of {@link Spreading}.
 *
 * <p>{@code gain max_j 2^(-age_j/h) likeness}: for a liked item {@code max(0, (similarity - from)/(1 - from))}, for a liked
 * artist 1 (divided by their number in a collection), for a liked genre, shelf or kind 1 where it applies. The 20 latest
 * words count. An undo or a later dislike of the same target leaves no trace, and what is hidden gives nothing meanwhile.
 */
final class LikeScoreRule implements ScoreRule {
    private static final int MOST_SOURCES = 20;

    private final LikeSettings settings;

    LikeScoreRule(LikeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        List<Liked> sources = sources(candidates);
        if (sources.isEmpty()) {
            return;
        }
        for (int i = 0; i < candidates.size(); i++) {
            double most = 0;
            Liked decisive = sources.get(0);
            for (int k = 0; k < sources.size(); k++) {
                double gain = sources.get(k).weight * likeness(sources.get(k), candidates, i);
                if (gain > most) {
                    most = gain;
                    decisive = sources.get(k);
                }
            }
            if (most > 0) {
                adjustments.add(i, most, words(decisive, candidates));
            }
        }
    }

    private List<Liked> sources(CandidateBatch candidates) {
        List<Liked> sources = new ArrayList<>();
        List<PositiveFeedback> said = candidates.user().positiveFeedback();
        Instant now = candidates.context().at();
        Hidden hidden = candidates.user().hidden(now);
        for (int i = said.size() - 1; i >= 0 && sources.size() < MOST_SOURCES && settings.gain() > 0; i--) {
            PositiveFeedback one = said.get(i);
            double days = Math.max(0, Duration.between(one.at(), now).toSeconds() / 86_400.0);
            int item =
                    one.targetType() == TargetType.ITEM ? candidates.catalog().indexOf(one.targetId()) : -1;
            if (hidden.hides(one.targetType(), one.targetId())
                    || (item >= 0 && hidden.hides(candidates.catalog().item(item)))) {
                continue;
            }
            String target = one.targetType() == TargetType.GENRE || one.targetType() == TargetType.KIND
                    ? one.targetId().toLowerCase(Locale.ROOT)
                    : one.targetId();
            sources.add(new Liked(one, target, item, settings.gain() * Math.pow(2, -days / settings.halfLifeDays())));
        }
        return sources;
    }

    private double likeness(Liked liked, CandidateBatch candidates, int candidate) {
        Item item = candidates.item(candidate);
        return switch (liked.said.targetType()) {
            case ITEM -> {
                if (liked.item < 0) {
                    yield 0;
                }
                double similarity = candidates.catalog().similarity(candidates.itemIndex(candidate), liked.item);
                yield Math.min(1, Math.max(0, (similarity - settings.spreadFrom()) / (1 - settings.spreadFrom())));
            }
            case ARTIST ->
                item.artistIds().contains(liked.target)
                        ? 1.0 / (Collection.is(item) ? item.artistIds().size() : 1)
                        : 0;
            case GENRE -> item.genres().contains(liked.target) ? 1 : 0;
            case SHELF -> candidates.shelf(candidate).id().equals(liked.target) ? 1 : 0;
            case KIND -> item.kind().name().equals(liked.target) ? 1 : 0;
        };
    }

    private static String words(Liked liked, CandidateBatch candidates) {
        String what =
                switch (liked.said.targetType()) {
                    case ITEM ->
                        liked.item < 0
                                ? liked.target
                                : candidates.catalog().item(liked.item).title();
                    case ARTIST -> "artist " + candidates.catalog().artistName(liked.target);
                    case GENRE, SHELF, KIND ->
                        liked.said.targetType().name().toLowerCase(Locale.ROOT) + " " + liked.target;
                };
        String did =
                switch (liked.said.type()) {
                    case SAVE -> "saved";
                    case FOLLOW -> "followed";
                    default -> "liked";
                };
        return "like " + what + ", " + did + " by you on "
                + liked.said.at().atZone(candidates.context().zone()).toLocalDate();
    }

    private record Liked(PositiveFeedback said, String target, int item, double weight) {}
}
