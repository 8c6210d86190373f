/** The taste vectors of all users of a store at once, as a job that threads or a cluster run. */
@NullMarked
package io.shelfwright.learning.uservectors;

import org.jspecify.annotations.NullMarked;
