package io.shelfwright.engine;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Degradation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.request.Journal;
import io.shelfwright.engine.request.Visit.Earlier;
import io.shelfwright.engine.request.Visit.Rerun;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.RequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out of a logged page how to build it again. */
final class Reruns {
    private static final Pattern LATE = Pattern.compile("([^/]+/.*?)(?:@([^@]+)@(\\d+))?");

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
        Map<String, List<Degradation>> cut = new HashMap<>();
        Map<String, Earlier> substitutes = new HashMap<>();
        for (String late : record.lateInstances()) {
            Matcher parts = LATE.matcher(late);
            if (!parts.matches()) {
                throw new BadRequestException("the page record names a late instance as '" + late
                        + "'; allowed is stage/name or stage/name@time@version");
            }
            String key = parts.group(1);
            cut.put(key, told(record.page(), key));
            if (parts.group(2) != null) {
                substitutes.put(key, earlier(record, parts.group(2), parts.group(3), generation));
            }
        }
        return new Rerun(cut, substitutes, record.packingSteps());
    }

    private static List<Degradation> told(HomePage page, String key) {
        List<Degradation> told = new ArrayList<>();
        for (Degradation degradation : page.degradations()) {
            if (Journal.key(degradation.stage(), degradation.instance()).equals(key)) {
                told.add(degradation);
            }
        }
        return told;
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
