/** Ranks with a small neural network. */
@NullMarked
package io.shelfwright.neural;

import org.jspecify.annotations.NullMarked;
