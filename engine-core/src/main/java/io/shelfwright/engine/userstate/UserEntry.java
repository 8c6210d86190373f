package io.shelfwright.engine.userstate;

/** Key of the n-th interaction of a user. */
record UserEntry(String userId, long index) implements Comparable<UserEntry> {
    @Override
    public int compareTo(UserEntry other) {
        int byUser = userId.compareTo(other.userId);
        return byUser != 0 ? byUser : Long.compare(index, other.index);
    }

    /** Returns a key behind every interaction of a user and before those of the next. */
    static UserEntry last(String userId) {
        return new UserEntry(userId, Long.MAX_VALUE);
    }
}
