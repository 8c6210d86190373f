package io.shelfwright.engine;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.generation.TrialModel;
import java.util.List;

/**
 * Asks an engine what it could show for logged requests, and how likely; nothing is drawn for anybody or logged.
 *
 * <p>The user's state, the time and the request are those of the logged page. Thread-safe as the engine is.
 */
public final class PageOddsReader {
    private final DefaultHomeEngine engine;

    /**
     * Makes a reader.
     *
     * @throws IllegalArgumentException if the engine was not made by {@link Shelfwright}
     */
    public PageOddsReader(HomeEngine engine) {
        if (!(engine instanceof DefaultHomeEngine known)) {
            throw new IllegalArgumentException("odds can be asked of an engine that Shelfwright made, not of "
                    + engine.getClass().getName());
        }
        this.engine = known;
    }

    /**
     * Returns the odds of a page by the configuration it was served with, each slot given the cards shown before it.
     *
     * @throws io.shelfwright.api.BadRequestException if the page was built with another configuration
     * @throws io.shelfwright.api.SnapshotException if the page's snapshot is gone
     * @throws io.shelfwright.api.PluginException if the exploration policy cannot tell its probabilities
     */
    public PageOdds along(PageRecord record) {
        return along(record, List.of());
    }

    /**
     * Returns the same, with what other models would draw in each slot: among the cards that could have been drawn there, by
     * the same exploration policy with their own utilities; {@link SlotOdds#trials()}.
     *
     * @param models score the candidates of the page again; they read the features that this engine makes
     */
    @SuppressWarnings("exports") // of use to learning, which the package is exported to
    public PageOdds along(PageRecord record, List<TrialModel> models) {
        return PageOdds.of(engine.oddsAlong(record, models));
    }

    /**
     * Returns the odds of this engine's own configuration for a logged request.
     *
     * @param snapshot version of the snapshot to build from, such as that of the page
     * @param seed of the cards that are drawn before a slot; the mean over seeds is the marginal probability
     * @throws io.shelfwright.api.SnapshotException if there is no such snapshot
     * @throws io.shelfwright.api.PluginException if the exploration policy cannot tell its probabilities
     */
    public PageOdds of(PageRecord record, String snapshot, long seed) {
        return PageOdds.of(engine.odds(record, snapshot, seed));
    }
}
