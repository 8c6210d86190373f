package io.shelfwright.learning.dataset;

/** The page that an interaction names; request ids are only unique per user. */
record PageKey(String userId, String requestId) {}
