package io.shelfwright.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.Taste;
import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.experience.PageJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes all that is held of one user as one JSON object. */
final class UserExport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();

    UserExport profile(UserProfile profile) {
        root.put("userId", profile.userId());
        root.putObject("profile")
                .put("market", profile.market())
                .put("language", profile.language())
                .put("age", profile.age())
                .put("explicitAllowed", profile.explicitAllowed())
                .put("tier", profile.tier())
                .put("joinedAt", text(profile.joinedAt()));
        return this;
    }

    UserExport interactions(List<Interaction> interactions) {
        ArrayNode all = root.putArray("interactions");
        for (Interaction one : interactions) {
            all.addObject()
                    .put("id", one.id())
                    .put("type", one.type().name())
                    .put("targetType", one.targetType().name())
                    .put("targetId", one.targetId())
                    .put("at", text(one.at()))
                    .put("amount", one.amount())
                    .put("requestId", one.requestId())
                    .put("shelfId", one.shelfId())
                    .put("undoes", one.undoes())
                    .put("explored", one.explored());
        }
        return this;
    }

    UserExport taste(Taste taste) {
        int all = Integer.MAX_VALUE;
        ObjectNode node = root.putObject("taste")
                .put("snapshot", taste.snapshot())
                .put("stateVersion", taste.stateVersion())
                .put("at", taste.at().toString())
                .put("plays", taste.plays())
                .put("sessions", taste.sessions());
        preferences(node.putArray("artists"), taste.topArtists(all));
        preferences(node.putArray("genres"), taste.topGenres(all));
        preferences(node.putArray("languages"), taste.topLanguages(all));
        preferences(node.putArray("publishers"), taste.topPublishers(all));
        ArrayNode hours = node.putArray("hours");
        for (int hour = 0; hour < 24; hour++) {
            hours.add(taste.hourShare(hour));
        }
        ArrayNode weekdays = node.putArray("weekdays");
        for (int weekday = 1; weekday <= 7; weekday++) {
            weekdays.add(taste.weekdayShare(weekday));
        }
        taste.lastSession().forEach(node.putArray("lastSession")::add);
        ArrayNode favourites = node.putArray("favourites");
        for (Taste.Favourite one : taste.favourites()) {
            favourites
                    .addObject()
                    .put("type", one.type().name())
                    .put("targetType", one.targetType().name())
                    .put("targetId", one.targetId())
                    .put("since", one.since().toString())
                    .put("interactionId", one.interactionId());
        }
        ArrayNode hidden = node.putArray("hidden");
        for (Taste.HiddenTarget one : taste.hidden()) {
            hidden.addObject()
                    .put("targetType", one.targetType().name())
                    .put("targetId", one.targetId())
                    .put("name", one.name())
                    .put("disliked", one.disliked())
                    .put("since", one.since().toString())
                    .put("until", text(one.until()))
                    .put("interactionId", one.interactionId());
        }
        taste.vector().ifPresent(vector -> {
            ArrayNode values = node.putArray("vector");
            for (float value : vector) {
                values.add(value);
            }
        });
        return this;
    }

    UserExport pages(List<PageRecord> pages) {
        ArrayNode all = root.putArray("pages");
        for (PageRecord page : pages) {
            try {
                JsonNode node = JSON.readTree(PageJson.bytes(page.page()));
                all.addObject()
                        .put("market", page.market())
                        .put("device", page.device())
                        .put("servedAt", page.servedAt().toString())
                        .set("page", node);
            } catch (IOException e) {
                throw new UncheckedIOException("a page that was just written as JSON cannot be read", e);
            }
        }
        return this;
    }

    String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing JSON to memory failed", e);
        }
    }

    private static void preferences(ArrayNode all, List<Taste.Preference> preferences) {
        for (Taste.Preference one : preferences) {
            all.addObject().put("id", one.id()).put("name", one.name()).put("share", one.share());
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
