package io.shelfwright.learning.dataset;

import java.util.Comparator;
import java.util.List;

/**
 * The rows of a page.
 *
 * @param page their page
 * @param rows in reading order
 */
public record PageRows(DatasetPage page, List<DatasetRow> rows) {
    /** The order of a dataset: that of a log may depend on which thread wrote first. */
    public static final Comparator<PageRows> ORDER = Comparator.comparing(PageRows::page, DatasetPage.ORDER);
}
