package io.shelfwright.sample.data.listens;

import java.time.Instant;

/**
 * One listen of one listener.
 *
 * @param at when it ended or began, as the source tells
 * @param artist name of the artist, empty for a podcast
 * @param release name of the album, empty where unknown
 * @param track name of the track or episode
 * @param show name of the podcast show, empty for music
 * @param skipped whether it was stopped within the first 30 seconds
 */
record Listen(Instant at, String artist, String release, String track, String show, boolean skipped) {}
