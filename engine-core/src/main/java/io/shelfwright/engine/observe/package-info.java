/** Timers, counters and degradations. */
@NullMarked
package io.shelfwright.engine.observe;

import org.jspecify.annotations.NullMarked;
