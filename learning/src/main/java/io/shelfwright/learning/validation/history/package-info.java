/** The latest part of an experience log beside what was before, and beside the listeners there are. */
@NullMarked
package io.shelfwright.learning.validation.history;

import org.jspecify.annotations.NullMarked;
