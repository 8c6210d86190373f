package io.shelfwright.engine;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.HomeRequest;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.engine.intake.IntakeStage;
import io.shelfwright.engine.packing.OddsChain;
import io.shelfwright.engine.packing.PackedPage;
import io.shelfwright.engine.packing.PlacedOdds;
import io.shelfwright.engine.request.Trace;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.request.Visit.Rerun;
import io.shelfwright.engine.userstate.UserStates;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the request of a page that was served before through the stages again: to replay it, to explain it, to ask for odds. */
final class PastPages {
    private final IntakeStage intake;
    private final Stages stages;
    private final Reruns reruns;
    private final UserStates users;
    private final long maxSteps;

    @Inject
    PastPages(IntakeStage intake, Stages stages, Reruns reruns, UserStates users, EngineConfig config) {
        this.intake = intake;
        this.stages = stages;
        this.reruns = reruns;
        this.users = users;
        maxSteps = config.packing().settings().maxSteps();
    }

    /** Takes a record where there is one: without it, the page's market and device are not known any more. */
    Explanation explain(HomePage page, @Nullable PageRecord record, String itemId, Generation generation) {
        HomeRequest request;
        Rerun rerun;
        if (record == null) {
            request = HomeRequest.forUser(page.userId())
                    .requestId(page.requestId())
                    .at(page.at())
                    .seed(page.seed())
                    .build();
            rerun = nothingLate();
        } else {
            request = Reruns.request(record);
            rerun = reruns.rerun(record, generation);
        }
        Trace trace = Trace.of(itemId);
        long version = users.readable(page.userId(), page.stateVersion());
        Visit visit = intake.again(request, version, generation, rerun, trace);
        stages.run(visit);
        return new ExplanationText(visit, itemId, trace).explanation();
    }

    /** Builds a page again, byte for byte. */
    HomePage replay(PageRecord record, Generation generation) {
        requireOwn(record, generation);
        Visit visit = visit(record, generation, reruns.rerun(record, generation));
        PackedPage packed = stages.run(visit);
        record.page().degradations().stream()
                .filter(degradation -> degradation.stage().equals(ExperienceStage.STAGE))
                .forEach(visit.journal()::degraded);
        return new PageAssembly(
                        visit, packed, IntakeStage.pageOf(Reruns.request(record).cursor()))
                .page();
    }

    /** Tells what could be in each slot of a page, given the cards that were shown, and what these models would draw there. */
    PlacedOdds oddsAlong(PageRecord record, List<TrialModel> models, Generation generation) {
        requireOwn(record, generation);
        Map<String, String> shown = new HashMap<>();
        record.slots().forEach(slot -> shown.put(OddsChain.key(slot.row(), slot.column()), slot.itemId()));
        return stages.odds(visit(record, generation, reruns.rerun(record, generation)), OddsChain.along(shown), models);
    }

    /** Tells what this configuration would put into each slot for the request of a page. */
    PlacedOdds odds(PageRecord record, long seed, Generation generation) {
        return stages.odds(visit(record, generation, nothingLate()), OddsChain.drawn(seed), List.of());
    }

    private Visit visit(PageRecord record, Generation generation, Rerun rerun) {
        return intake.again(Reruns.request(record), record.page().stateVersion(), generation, rerun, Trace.OFF);
    }

    private Rerun nothingLate() {
        return new Rerun(Map.of(), Map.of(), maxSteps);
    }

    private static void requireOwn(PageRecord record, Generation generation) {
        if (!record.page().configHash().equals(generation.configHash())) {
            throw new BadRequestException("the page was built with other versions of plugins ("
                    + record.page().configHash() + ", this engine has " + generation.configHash()
                    + "); put the plugins of that time into the plugin directory to replay it");
        }
    }
}
