package io.shelfwright.sample.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** {@code GET /static/{file}}: the few files of the page itself, read once; nothing else can be reached. */
final class StaticFiles implements Handler {
    private static final Map<String, String> TYPES = Map.of(
            "home.css", "text/css; charset=utf-8",
            "home.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml; charset=utf-8");

    private final Map<String, byte[]> files =
            Map.of("home.css", read("home.css"), "home.js", read("home.js"), "icon.svg", read("icon.svg"));

    @Override
    public void handle(Context context) {
        String name = context.pathParam("file");
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new NotFoundResponse("there is no file '" + Params.shortened(name) + "'");
        }
        // Short, so that a rebuilt demo does not show yesterday's style.
        context.header("Cache-Control", "private, max-age=60");
        context.contentType(TYPES.getOrDefault(name, "application/octet-stream"))
                .result(bytes);
    }

    private static byte[] read(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("static/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the file static/" + name + " is missing beside the demo's classes");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("static/" + name + " cannot be read", e);
        }
    }
}
