package io.shelfwright.sample.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Renders the templates that the build compiled; every value is escaped for the place it stands in. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    Templates() {
        engine.setTrimControlStructures(true);
    }

    /** Answers with a template. */
    void send(Context context, String name, Map<String, Object> model) {
        StringOutput output = new StringOutput(16 * 1024);
        engine.render(name + ".jte", model, output);
        context.contentType("text/html; charset=utf-8").result(output.toString());
    }
}
