/** Proposes what editors chose. */
@NullMarked
package io.shelfwright.editorial;

import org.jspecify.annotations.NullMarked;
