/** Trains vectors for the items of a catalog from its listeners' histories, and publishes them. */
@NullMarked
package io.shelfwright.vectors.training;

import org.jspecify.annotations.NullMarked;
