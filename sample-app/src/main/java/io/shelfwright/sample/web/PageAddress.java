package io.shelfwright.sample.web;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomeRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page is looked at, as it stands in the address bar.
 *
 * @param user whose page
 * @param seed seed of its first part, null where the engine shall choose
 * @param device device class
 * @param market market, empty for the listener's own
 * @param newcomer whether the listener may be someone whom nobody knows yet
 */
record PageAddress(String user, @Nullable Long seed, String device, String market, boolean newcomer) {
    static final String DESKTOP = "desktop";

    /** Seeds of refreshed pages stay short enough to be read out. */
    private static final long SEEDS = 1_000_000;

    PageAddress withSeed(long value) {
        return new PageAddress(user, value, device, market, newcomer);
    }

    HomeRequest.Builder request() {
        HomeRequest.Builder builder = HomeRequest.forUser(user).device(device).market(market);
        return seed == null ? builder : builder.seed(seed);
    }

    String home() {
        return "/?" + query(fields());
    }

    /** Returns the same page with other luck: the next seed follows from this one, so that a walk can be repeated. */
    String refreshed() {
        long next =
                seed == null ? 1 : Math.floorMod(seed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L, SEEDS);
        return withSeed(next).home();
    }

    String noted(String token) {
        Map<String, String> fields = fields();
        fields.put("note", token);
        return "/?" + query(fields);
    }

    String more(String cursor) {
        Map<String, String> fields = fields();
        fields.put("cursor", cursor);
        return "/more?" + query(fields);
    }

    String why(Card card) {
        Map<String, String> fields = fields();
        fields.put("request", card.requestId());
        fields.put("item", card.itemId());
        return "/why?" + query(fields);
    }

    String json() {
        return "/api/home?" + query(fields());
    }

    /** Returns what forms and links must carry to come back to this page, in a fixed order. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("user", user);
        if (seed != null) {
            fields.put("seed", seed.toString());
        }
        if (!device.equals(DESKTOP)) {
            fields.put("device", device);
        }
        if (!market.isEmpty()) {
            fields.put("market", market);
        }
        if (newcomer) {
            fields.put("newcomer", "1");
        }
        return fields;
    }

    private static String query(Map<String, String> fields) {
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (query.length() > 0) {
                query.append('&');
            }
            query.append(field.getKey())
                    .append('=')
                    .append(URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
