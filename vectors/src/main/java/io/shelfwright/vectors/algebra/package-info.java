/** The little linear algebra that training needs, on arrays of primitives. */
@NullMarked
package io.shelfwright.vectors.algebra;

import org.jspecify.annotations.NullMarked;
