/** Imports HetRec 2011 Last.fm-2k: artists, tags, and play counts spread into derived plays. */
@NullMarked
package io.shelfwright.sample.data.lastfm;

import org.jspecify.annotations.NullMarked;
