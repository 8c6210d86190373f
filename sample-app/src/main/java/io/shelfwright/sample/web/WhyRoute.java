package io.shelfwright.sample.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code GET /why?user=&item=&request=}: why an item is where it is, as a page or as the panel alone. */
final class WhyRoute implements Handler {
    private final HomeEngine engine;
    private final DemoListeners listeners;
    private final String worldNote;
    private final Templates templates;
    private final RecentPages recent;

    WhyRoute(HomeEngine engine, DemoListeners listeners, String worldNote, Templates templates, RecentPages recent) {
        this.engine = engine;
        this.listeners = listeners;
        this.worldNote = worldNote;
        this.templates = templates;
        this.recent = recent;
    }

    @Override
    public void handle(Context context) {
        Params params = Params.ofQuery(context);
        params.required("user");
        String item = params.required("item");
        PageAddress address = params.address();
        Optional<HomePage> remembered = recent.find(address.user(), params.text("request"));
        HomePage page = remembered.orElseGet(() -> engine.home(address.request().build()));
        recent.remember(page);
        Explanation explanation = engine.explain(page, item);
        Map<String, Object> model = new HashMap<>();
        model.put("view", WhyView.of(page, explanation, remembered.isEmpty()));
        model.put("address", address);
        if (!Params.wantsPart(context)) {
            model.put("chrome", Chrome.of("Why this?", worldNote, address, listeners));
        }
        templates.send(context, Params.wantsPart(context) ? "whypanel" : "why", model);
    }
}
