package io.shelfwright.spi;

import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;

/**
 * Says whether an item may be shown to a user at all; not a matter of taste.
 *
 * <p>Closed: what is unknown, fails or comes too late drops the item. There is no setting that opens it. It is asked
 * first, and again of every card of the finished page.
 */
public interface SafetyFilter extends AutoCloseable {

    /** Returns whether an item may be shown to this user in these circumstances; null counts as unknown. */
    Verdict check(Item item, UserProfile profile, RequestContext context);

    @Override
    default void close() {}

    /** The answer of a safety filter; all but {@link #ALLOWED} drop the item. */
    enum Verdict {
        /** May be shown, as far as this filter is concerned. */
        ALLOWED,
        /** Must not be shown. */
        FORBIDDEN,
        /** Not enough is known of the item or the user. */
        UNKNOWN
    }
}
