package io.shelfwright.engine.plugins;

/**
 * A configured instance, its name, and what guards the calls into it.
 *
 * @param name as in the configuration
 * @param plugin the instance
 * @param guard its own, as old as the instance: what is made anew begins with a clean record
 * @param <T> its kind
 */
public record Instance<T>(String name, T plugin, Guard guard) {

    /** Makes an instance that has the class loader of its class and no deadline of its own. */
    public Instance(String name, T plugin) {
        this(name, plugin, Guard.of(plugin));
    }

    /** Returns the same instance with a clean record, so that what is tried does not count against what serves. */
    public Instance<T> onTrial() {
        return new Instance<>(name, plugin, new Guard(guard.loader(), guard.deadline()));
    }

    /** Returns the same instance seen through something of the engine's, which the same guard stands before. */
    public <R> Instance<R> as(R view) {
        return new Instance<>(name, view, guard);
    }
}
