/** Proposes playlists. */
@NullMarked
package io.shelfwright.playlists;

import org.jspecify.annotations.NullMarked;
