/** What a data set looks like: mergeable statistics of its columns, exact for small data and sketched for large. */
@NullMarked
package io.shelfwright.learning.validation.statistics;

import org.jspecify.annotations.NullMarked;
