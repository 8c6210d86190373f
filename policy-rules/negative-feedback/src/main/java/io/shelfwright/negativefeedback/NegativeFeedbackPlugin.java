package io.shelfwright.negativefeedback;

import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/**
 * Makes a hide or a dislike effective on every shelf of the very next page, and fades it afterwards.
 *
 * <p>The filter drops what the user does not want: an item for good, an artist or a shelf for 30 days, a genre (one of an
 * item's first three) or a kind for 14. The score rule lowers it after that, and lowers what is like a disliked item. An item
 * of more than five artists, such as a playlist in which a hidden artist is one of many, is never dropped for one of them; it
 * is lowered by their share of it. Everything is computed from the feedback in force, so an undo leaves no trace.
 */
public final class NegativeFeedbackPlugin implements ShelfwrightPlugin {
    @Override
    public String id() {
        return "negative-feedback";
    }

    @Override
    public List<PluginFactory<FilterRule>> filterRules() {
        return List.of(PluginFactory.of(
                "negative-feedback",
                "Drops what the user hid or disliked: items for good, artists, shelves, genres and kinds for a time.",
                MaskSettings.class,
                (settings, context) -> new FeedbackFilter(settings)));
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(PluginFactory.of(
                "negative-feedback",
                "Lowers what the user hid or disliked some time ago, and what is like it.",
                FadeSettings.class,
                (settings, context) -> new FeedbackScoreRule(settings)));
    }
}
