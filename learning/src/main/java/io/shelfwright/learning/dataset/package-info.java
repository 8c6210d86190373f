/** From the experience log to labelled rows: join, label, dataset. */
@NullMarked
package io.shelfwright.learning.dataset;

import org.jspecify.annotations.NullMarked;
