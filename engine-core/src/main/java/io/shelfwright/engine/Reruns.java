package io.shelfwright.engine;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.request.Visit.Earlier;
import io.shelfwright.engine.request.Visit.Rerun;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.RequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Works out of a logged page how to build it again. */
final class Reruns {
    private final UserStates users;

    @Inject
    Reruns(UserStates users) {
        this.users = users;
    }

    static HomeRequest request(PageRecord record) {
        HomePage page = record.page();
        HomeRequest.Builder builder = HomeRequest.forUser(page.userId())
                .requestId(page.requestId())
                .market(record.market())
                .device(record.device())
                .zone(ZoneId.of(record.zone()));
        return record.cursor().isEmpty()
                ? builder.at(page.at()).seed(page.seed()).build()
                : builder.cursor(record.cursor()).build();
    }

    Rerun rerun(PageRecord record, Generation generation) {
        Set<String> skipped = new HashSet<>();
        Map<String, Earlier> substitutes = new HashMap<>();
        for (String late : record.lateInstances()) {
            String[] parts = late.split("@", -1);
            if (parts.length == 1) {
                skipped.add(late);
            } else if (parts.length == 3) {
                substitutes.put(parts[0], earlier(record, parts[1], parts[2], generation));
            } else {
                throw new BadRequestException("the page record names a late instance as '" + late
                        + "'; allowed is name or name@time@version");
            }
        }
        return new Rerun(skipped, substitutes, record.packingSteps());
    }

    private Earlier earlier(PageRecord record, String at, String version, Generation generation) {
        HomePage page = record.page();
        RequestContext context = new RequestContext(
                page.requestId(),
                page.userId(),
                Instant.parse(at),
                ZoneId.of(record.zone()),
                record.market(),
                record.device(),
                page.seed());
        return new Earlier(context, users.at(page.userId(), Long.parseLong(version), generation.catalog()));
    }
}
