package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.RequestContext;
import java.util.List;

/** The circumstances of the request. */
final class ContextFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of("context.hour_sin", "Sine of the user's hour of day as an angle.", "sine", -1, 1),
            of("context.hour_cos", "Cosine of the user's hour of day as an angle.", "cosine", -1, 1),
            of("context.weekend", "Whether it is Saturday or Sunday where the user is.", "flag", 0, 1),
            of("context.device_phone", "Whether the page is for a phone.", "flag", 0, 1),
            of(
                    "context.daypart_activity",
                    "Share of listening in this part of the week; missing without plays.",
                    "share",
                    0,
                    1),
            of(
                    "context.home_market",
                    "Whether the user is in the market of the profile; missing where one is unknown.",
                    "flag",
                    0,
                    1));

    private static final int SATURDAY = 6;
    private static final double HOURS = 24;

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.REQUEST;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        RequestContext context = request.candidates().context();
        double angle = 2 * Math.PI * context.hour() / HOURS;
        row.put(Math.sin(angle));
        row.put(Math.cos(angle));
        row.put(context.weekday() >= SATURDAY);
        row.put(context.device().equals("phone"));
        row.put(request.hasPlays() ? request.user().daypartShare(request.daypart()) : Double.NaN);
        String home = request.user().profile().market();
        if (home.isEmpty() || context.market().isEmpty()) {
            row.missing();
        } else {
            row.put(home.equals(context.market()));
        }
    }
}
