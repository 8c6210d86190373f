/** Tells people of what was found wrong with data and models: once, with owner and runbook, and again when it is over. */
@NullMarked
package io.shelfwright.learning.alerts;

import org.jspecify.annotations.NullMarked;
