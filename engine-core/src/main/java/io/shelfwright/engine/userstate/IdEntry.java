package io.shelfwright.engine.userstate;

/** Key under which it is known that a user has an interaction of an id. */
record IdEntry(String userId, String interactionId) implements Comparable<IdEntry> {
    @Override
    public int compareTo(IdEntry other) {
        int byUser = userId.compareTo(other.userId);
        return byUser != 0 ? byUser : interactionId.compareTo(other.interactionId);
    }
}
