package io.shelfwright.learning.dataset;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one user: join, label, sample. What every executor calls for each user. Thread-safe if the policy is. */
public final class UserRows {
    private final UserJoin join;
    private final RowMaker maker;

    /** Makes rows as a request wants them. */
    public UserRows(DatasetRequest request) {
        this(new UserJoin(request.attribution()), new RowMaker(request.schema(), request.labels(), request.sampling()));
    }

    /** Makes rows by a join and a maker. */
    public UserRows(UserJoin join, RowMaker maker) {
        this.join = join;
        this.maker = maker;
    }

    /** Returns the pages of a user that have rows; the tally tells where everything went. */
    public List<PageRows> of(List<PageRecord> pages, List<Interaction> interactions, Tally tally) {
        List<PageRows> made = new ArrayList<>();
        for (JoinedPage joined : join.join(pages, interactions, tally)) {
            Optional<PageRows> rows = maker.rows(joined, tally);
            rows.ifPresent(made::add);
        }
        return made;
    }
}
