/** What jobs over many parts have in common, whichever executor runs them. */
@NullMarked
package io.shelfwright.learning.job;

import org.jspecify.annotations.NullMarked;
