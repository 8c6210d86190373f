/** Prefers what is new and not yet seen too often. */
@NullMarked
package io.shelfwright.freshness;

import org.jspecify.annotations.NullMarked;
