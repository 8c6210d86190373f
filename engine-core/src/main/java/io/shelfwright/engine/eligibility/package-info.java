/** Third stage: safety filters, then rule filters. */
@NullMarked
package io.shelfwright.engine.eligibility;

import org.jspecify.annotations.NullMarked;
