package io.shelfwright.engine.experience;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.spi.LabelPolicy;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.Setting;
import java.time.Duration;
import java.util.List;

/** Labels by what was done with a card: wanting it is a stream, keeping is a save, refusing is a hide; thread-safe. */
public final class ReactionLabels implements LabelPolicy {
    private final Settings settings;

    /** How several reactions to a card make one label. */
    public enum Combine {
        /** The strongest decides. */
        MAX,
        /** They add up, to 1 at most. */
        SUM
    }

    /**
     * Weights of the actions, 0..1; a label from 0.5 is a positive.
     *
     * @param combine how several reactions make one label
     * @param play of a play, for the stream
     * @param complete of a play to the end, for the stream
     * @param keep of saving, liking and following, for the stream
     * @param hide of hiding, for the hide
     * @param dislike of disliking, for the hide
     * @param earlySkip of an early skip, for the hide
     * @param earlySkipSeconds time after a play after which a skip is none any more
     */
    public record Settings(
            @Setting(
                    value = "How several reactions to a card make one label: max takes the strongest, sum adds them up"
                            + " to 1.",
                    defaultValue = "max")
            Combine combine,

            @Setting(value = "Weight of a play in the stream label.", defaultValue = "1", min = 0, max = 1)
            double play,

            @Setting(value = "Weight of a play to the end in the stream label.", defaultValue = "1", min = 0, max = 1)
            double complete,

            @Setting(
                    value = "Weight of saving, liking and following in the stream label.",
                    defaultValue = "1",
                    min = 0,
                    max = 1)
            double keep,

            @Setting(value = "Weight of hiding in the hide label.", defaultValue = "1", min = 0, max = 1)
            double hide,

            @Setting(value = "Weight of disliking in the hide label.", defaultValue = "1", min = 0, max = 1)
            double dislike,

            @Setting(
                    value = "Weight of an early skip in the hide label; a song may be skipped for many reasons.",
                    defaultValue = "0.2",
                    min = 0,
                    max = 1)
            double earlySkip,

            @Setting(
                    value = "Seconds after a play of the card after which a skip is no early one and says nothing.",
                    defaultValue = "30",
                    min = 0,
                    max = 86400)
            long earlySkipSeconds) {
        /** The defaults. */
        public static final Settings DEFAULT = new Settings(Combine.MAX, 1, 1, 1, 1, 1, 0.2, 30);
    }

    /** Makes a policy with the default weights. */
    public ReactionLabels() {
        this(Settings.DEFAULT);
    }

    /** Makes a policy. */
    public ReactionLabels(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> objectives() {
        return List.of(Objective.STREAM, Objective.SAVE, Objective.HIDE);
    }

    @Override
    public float label(String objective, List<Interaction> reactions) {
        double label = 0;
        for (Interaction reaction : reactions) {
            double weight = weight(objective, reaction, reactions);
            label = settings.combine() == Combine.MAX ? Math.max(label, weight) : Math.min(1, label + weight);
        }
        return (float) label;
    }

    private double weight(String objective, Interaction reaction, List<Interaction> all) {
        return switch (objective) {
            case Objective.STREAM -> stream(reaction.type());
            case Objective.SAVE -> keeps(reaction.type()) ? 1 : 0;
            case Objective.HIDE -> hide(reaction, all);
            default -> throw new IllegalArgumentException("there is no label for the objective '" + objective + "'");
        };
    }

    private double stream(InteractionType type) {
        if (type == InteractionType.PLAY) {
            return settings.play();
        }
        return type == InteractionType.COMPLETE ? settings.complete() : keeps(type) ? settings.keep() : 0;
    }

    private static boolean keeps(InteractionType type) {
        return type == InteractionType.SAVE || type == InteractionType.LIKE || type == InteractionType.FOLLOW;
    }

    private double hide(Interaction reaction, List<Interaction> all) {
        return switch (reaction.type()) {
            case HIDE -> settings.hide();
            case DISLIKE -> settings.dislike();
            case SKIP -> early(reaction, all) ? settings.earlySkip() : 0;
            default -> 0;
        };
    }

    /** A skip long after the card was played is the end of listening; one without a known play is taken for early. */
    private boolean early(Interaction skip, List<Interaction> all) {
        for (Interaction other : all) {
            if (other.type() == InteractionType.PLAY) {
                Duration after = Duration.between(other.time(), skip.time());
                if (after.toSeconds() >= settings.earlySkipSeconds()) {
                    return false;
                }
            }
        }
        return true;
    }
}
