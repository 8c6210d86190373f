package io.shelfwright.sample.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /covers/{name}.svg?kind=&t=}: the generated cover of an item id, or of the short key of one. */
final class CoverRoute implements Handler {
    private static final int LONGEST_TEXT = 16;

    @Override
    public void handle(Context context) {
        Params params = Params.ofQuery(context);
        String initials = params.text("t");
        if (initials.length() > LONGEST_TEXT) {
            initials = Initials.of(initials);
        }
        context.header("Cache-Control", "public, max-age=86400, immutable");
        context.contentType("image/svg+xml; charset=utf-8")
                .result(CoverArt.svg(CoverAddress.hash(context.pathParam("name")), params.text("kind"), initials));
    }
}
