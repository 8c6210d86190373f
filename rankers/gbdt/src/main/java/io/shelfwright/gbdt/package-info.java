/** Ranks with gradient-boosted trees. */
@NullMarked
package io.shelfwright.gbdt;

import org.jspecify.annotations.NullMarked;
