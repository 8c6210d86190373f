/** Proposes what the user returns to often. */
@NullMarked
package io.shelfwright.shortcuts;

import org.jspecify.annotations.NullMarked;
