package io.shelfwright.sample.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import io.shelfwright.engine.experience.PageJson;
import io.shelfwright.sample.web.DemoListeners.Listener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The home page, its continuation, and the same as JSON. */
final class HomeRoutes {
    private static final int SUGGESTIONS = 24;

    private final HomeEngine engine;
    private final DemoListeners listeners;
    private final String worldNote;
    private final Templates templates;
    private final RecentPages recent;
    private final Flashes flashes;

    HomeRoutes(
            HomeEngine engine,
            DemoListeners listeners,
            String worldNote,
            Templates templates,
            RecentPages recent,
            Flashes flashes) {
        this.engine = engine;
        this.listeners = listeners;
        this.worldNote = worldNote;
        this.templates = templates;
        this.recent = recent;
        this.flashes = flashes;
    }

    void home(Context context) {
        Params params = Params.ofQuery(context);
        PageAddress asked = orFirst(params.address());
        if (!mayBeShown(asked)) {
            nobody(context, asked);
            return;
        }
        HomePage page = engine.home(asked.request().build());
        recent.remember(page);
        PageAddress address = asked.withSeed(page.seed());
        Map<String, Object> model = new HashMap<>();
        model.put("chrome", chrome("Home of " + Wording.name(label(asked.user())), address));
        model.put("page", page);
        model.put("label", label(asked.user()));
        model.put("flash", flashes.take(params.text("note"), asked.user()));
        templates.send(context, "home", model);
    }

    /** The next shelves: a page of its own, or only the shelves where the script asks for the part. */
    void more(Context context) {
        Params params = Params.ofQuery(context);
        PageAddress address = params.address();
        params.required("user");
        if (!mayBeShown(address)) {
            nobody(context, address);
            return;
        }
        HomePage page =
                engine.home(address.request().cursor(params.required("cursor")).build());
        recent.remember(page);
        Map<String, Object> model = new HashMap<>();
        model.put("address", address);
        model.put("page", page);
        if (!Params.wantsPart(context)) {
            model.put("chrome", chrome("More for " + Wording.name(label(address.user())), address));
            model.put("label", label(address.user()));
        }
        templates.send(context, Params.wantsPart(context) ? "shelves" : "more", model);
    }

    void json(Context context) {
        Params params = Params.ofQuery(context);
        PageAddress address = orFirst(params.address());
        HomePage page =
                engine.home(address.request().cursor(params.text("cursor")).build());
        recent.remember(page);
        context.contentType("application/json; charset=utf-8").result(PageJson.bytes(page));
    }

    private PageAddress orFirst(PageAddress asked) {
        List<Listener> all = listeners.all();
        return asked.user().isBlank() && !all.isEmpty()
                ? new PageAddress(all.get(0).id(), asked.seed(), asked.device(), asked.market(), asked.newcomer())
                : asked;
    }

    private boolean mayBeShown(PageAddress asked) {
        return !asked.user().isBlank() && (asked.newcomer() || listeners.knows(asked.user()));
    }

    private void nobody(Context context, PageAddress asked) {
        boolean empty = listeners.all().isEmpty() && asked.user().isBlank();
        List<Listener> matches = listeners.matching(asked.user(), SUGGESTIONS);
        PageAddress newcomer = new PageAddress(asked.user().strip(), null, asked.device(), asked.market(), true);
        context.status(empty ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        templates.send(
                context,
                "nobody",
                Map.of(
                        "chrome", chrome(empty ? "Nobody here yet" : "No such listener", asked),
                        "newcomer", newcomer,
                        "matches", matches));
    }

    private Chrome chrome(String title, PageAddress address) {
        return Chrome.of(title, worldNote, address, listeners);
    }

    private String label(String user) {
        for (Listener listener : listeners.all()) {
            if (listener.id().equals(user)) {
                return listener.label();
            }
        }
        return user;
    }
}
