package io.shelfwright.learning.validation.history;

import io.shelfwright.api.PageRecord;
import io.shelfwright.learning.validation.report.Finding;
import java.util.List;

/** Looks at the pages of a log, one after the other, for one thing that held before and holds no longer. */
interface HistoryCheck {

    /**
     * Takes in a page.
     *
     * @param latest whether it is of the latest part
     */
    void page(PageRecord page, boolean latest);

    /** Returns what was found. */
    List<Finding> findings();
}
