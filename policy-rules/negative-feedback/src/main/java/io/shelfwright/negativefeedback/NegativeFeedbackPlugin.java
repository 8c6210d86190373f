package io.shelfwright.negativefeedback;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/**
 * Makes what a user said felt beyond what the engine itself hides: faded dislikes, and what is like something disliked or
 * liked.
 *
 * <p>What a user hides is dropped by the engine, always and on every surface ({@link io.shelfwright.spi.Hidden}). The score
 * rules here lower a target after that time, lower what is like a disliked or often skipped item, and raise what is like
 * something liked, saved or followed. Everything is computed from the feedback in force, so an undo leaves no trace.
 */
public final class NegativeFeedbackPlugin implements ShelfwrightPlugin {
    @Override
    public String id() {
        return "negative-feedback";
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(
                PluginFactory.of(
                        "negative-feedback",
                        "Lowers what the user hid or disliked some time ago, and what is like it.",
                        FadeSettings.class,
                        (settings, context) -> new FeedbackScoreRule(settings)),
                PluginFactory.of(
                        "positive-feedback",
                        "Raises what is like something the user liked, saved or follows.",
                        LikeSettings.class,
                        (settings, context) -> new LikeScoreRule(settings)));
    }
}
