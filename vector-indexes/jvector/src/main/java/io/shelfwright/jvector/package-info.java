/** A graph index of nearest neighbours, by JVector. */
@NullMarked
package io.shelfwright.jvector;

import org.jspecify.annotations.NullMarked;
