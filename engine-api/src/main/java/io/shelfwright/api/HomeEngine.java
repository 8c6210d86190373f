package io.shelfwright.api;

import java.util.List;

/**
 * Builds home pages, hears what users do, and explains itself.
 *
 * <p>Thread-safe. A page always comes: what fails on the way is named in {@link HomePage#degradations()}.
 */
public interface HomeEngine extends AutoCloseable {

    /**
     * Returns the home page for a request.
     *
     * @throws BadRequestException if the cursor is not one of this engine
     * @throws UserStateException if the user's state cannot be read
     */
    HomePage home(HomeRequest request);

    /**
     * Records what a user did; when this returns it is durable, and the user's very next page knows of it.
     *
     * @throws BadRequestException if it undoes something unknown
     * @throws UserStateException if it cannot be stored; then nothing was
     */
    Receipt record(Interaction interaction);

    /**
     * Explains one item of a page, by building the page again with everything written down.
     *
     * <p>The page's user state version is used while it is still known, so that later interactions do not change the answer.
     */
    Explanation explain(HomePage page, String itemId);

    /**
     * Builds a logged page again.
     *
     * @throws SnapshotException if the page's snapshot is gone
     * @throws BadRequestException if it was built with another configuration
     */
    HomePage replay(PageRecord record);

    /**
     * Returns the facts about a user, for surfaces other than the home page; cheap, and nothing is logged.
     *
     * @throws UserStateException if the user's state cannot be read
     */
    Taste taste(String userId);

    /**
     * Returns everything that is held of a user as one JSON object: {@code profile}, {@code interactions}, {@code taste} and
     * {@code pages}; docs/operations.md describes it.
     *
     * @throws UserStateException if the user's state cannot be read
     * @throws ExperienceException if the log cannot be read
     */
    String export(String userId);

    /**
     * Erases a user everywhere: profile, interactions and what was computed from them, caches, the experience log and dead
     * letters; when this returns nothing is left on disk either.
     *
     * <p>Pages and records of others go on; those of this user wait. After a failure or a crash nothing of others is lost, and
     * it can be repeated until it succeeds.
     *
     * @throws UserStateException if the store cannot erase
     * @throws ExperienceException if the log cannot be rewritten
     */
    Erasure erase(String userId);

    /** Returns the version of the snapshot that new requests use. */
    String snapshot();

    /** Loads the newest published snapshot and swaps to it as a whole; returns its version. */
    String refresh();

    /** Returns the plugins in ascending order of their ids, those that are on their way out after the others. */
    default List<PluginInfo> plugins() {
        return List.of();
    }

    /**
     * Loads anew what changed, came or went in the plugin directories, and swaps to it as a whole.
     *
     * <p>Everything is loaded and tried before any page sees it. Requests that are running end on what they began with.
     *
     * @throws PluginException if a plugin is refused, cannot be reloaded, or fails its trial; the plugins in use stay in use
     * @throws ConfigException if the configuration does not fit the new plugins; the plugins in use stay in use
     */
    default PluginReload reloadPlugins() {
        throw new PluginException("this engine cannot reload plugins");
    }

    /**
     * Loads one plugin anew, changed or not, and swaps to it as {@link #reloadPlugins()} does.
     *
     * @throws PluginException as {@link #reloadPlugins()}, and if there is no such plugin
     * @throws ConfigException as {@link #reloadPlugins()}
     */
    default PluginReload reloadPlugin(String id) {
        throw new PluginException("this engine cannot reload plugin '" + id + "'");
    }

    /** Waits for running requests, writes what is buffered, and closes every plugin instance. */
    @Override
    void close();
}
