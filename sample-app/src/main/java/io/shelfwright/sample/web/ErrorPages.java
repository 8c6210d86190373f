package io.shelfwright.sample.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ShelfwrightException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in words what went wrong; what people cannot act on goes to the log alone. */
final class ErrorPages {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Templates templates;

    ErrorPages(Templates templates) {
        this.templates = templates;
    }

    void register(Javalin app) {
        app.exception(ShelfwrightException.class, (e, context) -> {
            boolean callersFault = e instanceof BadRequestException;
            if (!callersFault) {
                log.warn("{} {} failed: {}", context.method(), context.path(), e.getMessage(), e.getCause());
            }
            show(
                    context,
                    callersFault ? HttpStatus.BAD_REQUEST.getCode() : HttpStatus.SERVICE_UNAVAILABLE.getCode(),
                    callersFault ? "That did not work" : "The page cannot be built right now",
                    String.valueOf(e.getMessage()));
        });
        app.exception(HttpResponseException.class, (e, context) -> {
            boolean notFound = e.getStatus() == HttpStatus.NOT_FOUND.getCode();
            show(
                    context,
                    e.getStatus(),
                    notFound ? "There is nothing here" : "That did not work",
                    notFound ? "No page of the demo has this address." : String.valueOf(e.getMessage()));
        });
        app.exception(Exception.class, (e, context) -> {
            log.error("{} {} failed", context.method(), context.path(), e);
            show(
                    context,
                    HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
                    "Something went wrong",
                    "The details are in the server's log. Going back to the home page usually helps.");
        });
    }

    private void show(Context context, int status, String title, String message) {
        context.status(status);
        if (context.path().startsWith("/api/")) {
            context.json(Map.of("error", message));
            return;
        }
        boolean part = Params.wantsPart(context);
        templates.send(
                context, part ? "errorpart" : "error", Map.of("status", status, "title", title, "message", message));
    }
}
