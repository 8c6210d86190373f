/** Imports one listener's own history: ListenBrainz listens and Spotify's exports. */
@NullMarked
package io.shelfwright.sample.data.listens;

import org.jspecify.annotations.NullMarked;
