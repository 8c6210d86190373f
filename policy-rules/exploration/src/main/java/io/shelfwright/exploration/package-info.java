/** Chooses at random in a declared slot, with a known probability. */
@NullMarked
package io.shelfwright.exploration;

import org.jspecify.annotations.NullMarked;
