package io.shelfwright.sample.data.lastfm;

/**
 * How often a user played an artist, over all time.
 *
 * @param user Last.fm-2k's number
 * @param artist Last.fm-2k's number
 * @param plays at least 1
 */
record Listening(long user, long artist, long plays) {}
