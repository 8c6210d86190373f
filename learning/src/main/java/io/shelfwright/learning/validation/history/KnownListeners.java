package io.shelfwright.learning.validation.history;

import io.shelfwright.api.UserProfile;
import java.util.function.Consumer;

/** The listeners that a host knows of apart from the experience log, so that those who are missing from it can be missed. */
@FunctionalInterface
public interface KnownListeners {
    /** Nobody is known. */
    KnownListeners NONE = consumer -> {};

    /** Gives each profile once. */
    void forEach(Consumer<UserProfile> consumer);
}
