/** Learns vectors from what is played one after the other. */
@NullMarked
package io.shelfwright.vectors.sessions;

import org.jspecify.annotations.NullMarked;
