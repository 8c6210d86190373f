package io.shelfwright.api;

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

    /** Returns the version of the snapshot that new requests use. */
    String snapshot();

    /** Loads the newest published snapshot and swaps to it as a whole; returns its version. */
    String refresh();

    /** Waits for running requests, writes what is buffered, and closes every plugin instance. */
    @Override
    void close();
}
