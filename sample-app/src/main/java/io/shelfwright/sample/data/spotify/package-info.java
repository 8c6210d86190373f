/** Imports the Spotify songs table: albums, playlists and their artists. */
@NullMarked
package io.shelfwright.sample.data.spotify;

import org.jspecify.annotations.NullMarked;
