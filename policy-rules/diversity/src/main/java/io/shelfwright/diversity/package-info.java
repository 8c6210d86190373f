/** Keeps a page varied. */
@NullMarked
package io.shelfwright.diversity;

import org.jspecify.annotations.NullMarked;
