package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.HomeRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a page is asked for, as several verbs take it. */
final class PageOptions {
    @Option(
            names = "--user",
            required = true,
            paramLabel = "U",
            description = "User id; a user nobody knows gets a page too.")
    private String user = "";

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of every random draw; derived from user and time if left out.")
    private @Nullable Long seed;

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "Time to build for, such as 2024-05-01T12:00:00Z; the data's own \"now\" if left out.")
    private String at = "";

    @Option(names = "--market", paramLabel = "M", description = "Market, such as SE; that of the user if left out.")
    private String market = "";

    @Option(
            names = "--device",
            paramLabel = "D",
            description = "Device class: desktop or phone.",
            defaultValue = "desktop")
    private String device = "desktop";

    @Option(names = "--cursor", paramLabel = "C", description = "Cursor of an earlier page, for the shelves after it.")
    private String cursor = "";

    HomeRequest request(Workspace workspace) {
        HomeRequest.Builder request = HomeRequest.forUser(workspace.userId(user))
                .device(device)
                .market(market)
                .cursor(cursor);
        if (seed != null) {
            request.seed(seed);
        }
        if (!at.isEmpty()) {
            request.at(time(at));
        }
        return request.build();
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequestException("--at is '" + text + "', allowed is a time such as 2024-05-01T12:00:00Z", e);
        }
    }
}
