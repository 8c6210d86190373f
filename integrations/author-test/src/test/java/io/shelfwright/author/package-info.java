/** Goes the way of a plugin author, with real builds and a real engine. */
@NullMarked
package io.shelfwright.author;

import org.jspecify.annotations.NullMarked;
