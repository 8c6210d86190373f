package io.shelfwright.sample.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.HomeEngine;
import java.time.InstantSource;
import java.util.Map;

/**
 * Serves the demo's pages over HTTP, from construction until it is closed.
 *
 * <p>Thread-safe. The engine is not closed with it: whoever opened it closes it, after this.
 */
public final class DemoServer implements AutoCloseable {
    /** Where the server listens unless told otherwise: this machine alone. */
    public static final String LOCAL_HOST = "127.0.0.1";

    private static final long LARGEST_BODY_BYTES = 512 * 1024;

    /** Ids of 512 characters take nine bytes a character in an address, and up to three of them stand in one. */
    private static final int LARGEST_HEADER_BYTES = 64 * 1024;

    private final Javalin app;

    /** Starts to serve this machine alone. */
    public DemoServer(HomeEngine engine, DemoListeners listeners, InstantSource clock, String worldNote, int port) {
        this(engine, listeners, clock, worldNote, LOCAL_HOST, port);
    }

    /**
     * Starts to serve.
     *
     * @param engine builds the pages
     * @param listeners whose pages may be looked at
     * @param clock gives what is done its time; the same as the engine's
     * @param worldNote what the data are, shown on every page, such as that they are synthetic; empty to say nothing
     * @param host address to listen on; one that is not of this machine alone lets everyone in who can reach it
     * @param port port to listen on, 0 for any free one
     * @throws BadRequestException if the port cannot be used
     */
    public DemoServer(
            HomeEngine engine, DemoListeners listeners, InstantSource clock, String worldNote, String host, int port) {
        Templates templates = new Templates();
        RecentPages recent = new RecentPages();
        Flashes flashes = new Flashes();
        HomeRoutes home = new HomeRoutes(engine, listeners, worldNote, templates, recent, flashes);
        FeedbackRoutes feedback = new FeedbackRoutes(engine, clock, templates, recent, flashes);
        app = Javalin.create(DemoServer::configure)
                .before(new Guard(host))
                .get("/", home::home)
                .get("/more", home::more)
                .get("/api/home", home::json)
                .get("/why", new WhyRoute(engine, listeners, worldNote, templates, recent))
                .post("/feedback", feedback::feedback)
                .post("/undo", feedback::undo)
                .post("/seen", feedback::seen)
                .get("/covers/<name>.svg", new CoverRoute())
                .get("/static/{file}", new StaticFiles())
                .get("/healthz", context -> context.json(Map.of("status", "up", "snapshot", engine.snapshot())));
        new ErrorPages(templates).register(app);
        start(host, port);
    }

    /** Returns the port it listens on. */
    public int port() {
        return app.port();
    }

    /** Stops to listen, after requests under way were answered. */
    @Override
    public void close() {
        app.stop();
    }

    private void start(String host, int port) {
        try {
            app.start(host, port);
        } catch (JavalinBindException | IllegalArgumentException e) {
            app.stop();
            throw new BadRequestException(
                    "cannot listen on " + host + ":" + port + ": is the port taken? "
                            + "Choose another from 1 to 65535, or 0 for any free one",
                    e);
        }
    }

    private static void configure(JavalinConfig config) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_BODY_BYTES;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LARGEST_HEADER_BYTES);
            http.setResponseHeaderSize(LARGEST_HEADER_BYTES);
            http.setSendServerVersion(false);
        });
    }
}
