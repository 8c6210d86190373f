package io.shelfwright.engine.packing;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.PageSettings;
import io.shelfwright.engine.plugins.Fault;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.Pending.Outcome;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.plugins.Round;
import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.ShelfSpec;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sixth stage: shelves to rows, cards to slots, placement rules, exploration, and a last look at the result. */
public final class PackingStage {
    private static final String STAGE = "packing";
    private static final String PLACEMENT = "placement";
    private static final int MOST_CANDIDATES = 200;

    private final PluginCalls calls;
    private final ExplorationPass exploration;
    private final PageValidator validator;
    private final EngineConfig config;

    @Inject
    PackingStage(PluginCalls calls, ExplorationPass exploration, PageValidator validator, EngineConfig config) {
        this.calls = calls;
        this.exploration = exploration;
        this.validator = validator;
        this.config = config;
    }

    public PackedPage pack(Visit visit, RankedCandidates ranked) {
        ShelfCandidates byShelf = new ShelfCandidates(ranked, MOST_CANDIDATES);
        double[][] examination = examination(visit);
        PackingProblem problem = problem(visit, ranked, byShelf, examination);
        Packing packing = pack(visit, problem);
        try (Round<PlacementRule> round =
                Round.of(calls, PLACEMENT, rules(visit), visit.rerun().again(), visit.journal()::leftOut)) {
            Placement placement = place(round, visit, ranked, byShelf, packing.rows());
            RuleSheet rules = placement.rules();
            report(visit, rules);
            ExplorationPass.Explored explored =
                    exploration.explore(visit, ranked, byShelf, rules, round, placement.cards(), patience(visit));
            round.tell(rules.broken());
            if (!explored.rulesHang()) {
                report(visit, rules);
            }
            rules.relaxed().forEach((rule, slots) -> calls.metrics().count(PLACEMENT, rule, "relaxed"));
            trace(round, visit, ranked, explored.rulesHang() ? new RuleSheet(List.of()) : rules, explored.cards());
            return validator.finish(
                    visit, ranked, explored.cards(), explored.draws(), examination, packing.steps(), explored.arm());
        }
    }

    /**
     * Tells what could be in each slot and how likely, instead of drawing; nothing is logged and no metric counts it.
     *
     * @param trials the same candidates as other models rank them
     * @throws io.shelfwright.api.PluginException if the exploration policy or a rule fails, or the policy cannot tell
     */
    public PlacedOdds odds(Visit visit, RankedCandidates ranked, List<RankedCandidates> trials, OddsChain chain) {
        ShelfCandidates byShelf = new ShelfCandidates(ranked, MOST_CANDIDATES);
        double[][] examination = examination(visit);
        Packing packing = pack(visit, problem(visit, ranked, byShelf, examination));
        try (Round<PlacementRule> round =
                Round.of(calls, PLACEMENT, rules(visit), visit.rerun().again(), visit.journal()::leftOut)) {
            Placement placement = place(round, visit, ranked, byShelf, packing.rows());
            RuleSheet rules = placement.rules();
            rules.changeThread();
            Outcome<PlacedOdds> outcome = round.run(patience(visit), rules::giveUp, () -> new OddsPass(
                            exploration, visit, ranked, trials, byShelf, rules, examination)
                    .odds(placement.cards(), chain));
            PlacedOdds odds = outcome.result();
            if (odds == null) {
                Fault fault = outcome.fault();
                throw new PluginException(
                        "the odds of request " + visit.context().requestId() + " cannot be told: "
                                + (fault == null ? "placement hangs" : fault.message()));
            }
            return odds;
        }
    }

    private void trace(
            Round<PlacementRule> round, Visit visit, RankedCandidates ranked, RuleSheet rules, PlacedCards cards) {
        if (visit.trace().on()) {
            rules.changeThread();
            var unused = round.run(patience(visit), rules::giveUp, () -> {
                new PlacementTrace(visit, ranked, rules, cards).write();
                return true;
            });
        }
    }

    /**
     * Cards in their slots.
     *
     * @param rules those that took part
     * @param cards what they gave
     */
    private record Placement(RuleSheet rules, PlacedCards cards) {}

    private Packing pack(Visit visit, PackingProblem problem) {
        Instance<PagePacker> packer = visit.generation().packer();
        boolean live = !visit.rerun().again();
        long end = System.nanoTime() + config.deadlines().packing().toNanos();
        BooleanSupplier expired = live ? () -> System.nanoTime() >= end : () -> false;
        long maxSteps =
                live ? config.packing().settings().maxSteps() : visit.rerun().packingSteps();
        if (!visit.skips(STAGE, packer.name())) {
            PackingProblem given = copy(problem);
            Optional<Packing> packing = calls.call(
                    visit.call(STAGE, packer, patient()),
                    () -> copy(packer.plugin().pack(given, new PackingBudget(maxSteps, expired))),
                    packed -> fault(packed, given, problem),
                    visit.journal()::leftOut);
            if (packing.isPresent()) {
                return packing.get();
            }
        }
        return new FastPagePacker().pack(problem, PackingBudget.NONE);
    }

    /** What a packer is given it may change, and what it gives it may change afterwards: so both are copies. */
    private static PackingProblem copy(PackingProblem problem) {
        double[][] examination = new double[problem.examination().length][];
        for (int row = 0; row < examination.length; row++) {
            examination[row] = problem.examination()[row].clone();
        }
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        for (PackingProblem.Shelf shelf : problem.shelves()) {
            shelves.add(new PackingProblem.Shelf(
                    shelf.id(),
                    shelf.kind(),
                    shelf.minCards(),
                    shelf.maxCards(),
                    shelf.pinnedRow(),
                    shelf.items().clone(),
                    shelf.values().clone()));
        }
        return new PackingProblem(
                problem.rows(),
                problem.columns(),
                examination,
                shelves,
                problem.itemCount(),
                problem.maxShelvesPerKind(),
                problem.noSameKindNeighbours());
    }

    @SuppressWarnings("ConstantValue") // what a plugin gives may be null whatever its signature says
    private static @Nullable Packing copy(@Nullable Packing packing) {
        if (packing == null) {
            return null;
        }
        List<Packing.Row> rows = new ArrayList<>();
        for (Packing.Row row : packing.rows()) {
            rows.add(new Packing.Row(row.shelf(), row.candidates().clone()));
        }
        return new Packing(rows, packing.value(), packing.steps());
    }

    private static Optional<Fault> fault(Packing packing, PackingProblem given, PackingProblem problem) {
        boolean same = Arrays.deepEquals(given.examination(), problem.examination());
        for (int s = 0; s < problem.shelves().size(); s++) {
            PackingProblem.Shelf own = problem.shelves().get(s);
            PackingProblem.Shelf theirs = given.shelves().get(s);
            same &= Arrays.equals(own.items(), theirs.items()) && Arrays.equals(own.values(), theirs.values());
        }
        if (!same) {
            return Optional.of(new Fault("mutated", "changed the problem, which it may only read"));
        }
        List<String> faults = PackingValidator.violations(problem, packing);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault("invalid", "packed an invalid page: " + faults.get(0)));
    }

    /** Places all cards; a rule that hangs is left out, and everything is placed again without it. */
    private Placement place(
            Round<PlacementRule> round,
            Visit visit,
            RankedCandidates ranked,
            ShelfCandidates byShelf,
            List<Packing.Row> rows) {
        while (true) {
            RuleSheet rules = new RuleSheet(round.instances());
            if (rules.size() == 0) {
                return new Placement(rules, new PlacementPass(visit, ranked, byShelf, rules).place(rows));
            }
            long start = System.nanoTime();
            // A thread that was given up may go on, so nothing it was given is used again.
            Outcome<PlacedCards> outcome = round.run(
                    patience(visit), rules::giveUp, () -> new PlacementPass(visit, ranked, byShelf, rules).place(rows));
            calls.metrics().time(PLACEMENT, PLACEMENT, System.nanoTime() - start);
            if (outcome.result() != null) {
                return new Placement(rules, outcome.result());
            }
            Fault fault = Objects.requireNonNull(outcome.fault(), "what has no result has a fault");
            String busy = rules.giveUp();
            visit.journal()
                    .leftOut(
                            calls.failure(PLACEMENT, busy.isEmpty() ? PLACEMENT : busy, fault.code(), fault.message()));
        }
    }

    private static List<Instance<PlacementRule>> rules(Visit visit) {
        List<Instance<PlacementRule>> active = new ArrayList<>();
        if (!visit.skips(PLACEMENT, PLACEMENT)) {
            for (Instance<PlacementRule> rule : visit.generation().placements()) {
                if (!visit.skips(PLACEMENT, rule.name())) {
                    active.add(rule);
                }
            }
        }
        return active;
    }

    private Duration patience(Visit visit) {
        return visit.rerun().again() ? patient().multipliedBy(100) : patient();
    }

    private void report(Visit visit, RuleSheet rules) {
        rules.takeBroken().forEach((rule, cause) -> visit.journal().degraded(calls.failed(PLACEMENT, rule, cause)));
    }

    private Duration patient() {
        return config.deadlines().packing().multipliedBy(10);
    }

    private double[][] examination(Visit visit) {
        PageSettings page = config.page();
        Instance<ExaminationModel> model = visit.generation().examination();
        double[][] table = new double[page.rows()][page.columns()];
        if (!visit.skips(STAGE, model.name())) {
            Optional<double[][]> given = calls.call(
                    visit.call(STAGE, model, config.deadlines().rule()),
                    () -> {
                        double[][] cells = new double[page.rows()][page.columns()];
                        for (int row = 0; row < page.rows(); row++) {
                            for (int column = 0; column < page.columns(); column++) {
                                cells[row][column] = model.plugin()
                                        .examination(visit.context().device(), row, column);
                                if (!(cells[row][column] > 0 && cells[row][column] <= 1)) {
                                    throw new IllegalStateException("gives " + cells[row][column] + " for row " + row
                                            + ", column " + column + "; allowed is above 0 and at most 1");
                                }
                            }
                        }
                        return cells;
                    },
                    visit.journal()::leftOut);
            if (given.isPresent()) {
                return given.get();
            }
        }
        for (int row = 0; row < page.rows(); row++) {
            for (int column = 0; column < page.columns(); column++) {
                table[row][column] = Math.pow(0.85, row) * Math.pow(0.94, column);
            }
        }
        return table;
    }

    private PackingProblem problem(
            Visit visit, RankedCandidates ranked, ShelfCandidates byShelf, double[][] examination) {
        CandidateTable candidates = ranked.candidates();
        PageSettings page = config.page();
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        int[] number = new int[visit.generation().catalog().size()];
        int items = 0;
        for (int s = 0; s < candidates.shelves().size(); s++) {
            ShelfSpec spec = candidates.shelves().get(s);
            int[] own = byShelf.of(s);
            int[] numbers = new int[own.length];
            double[] values = new double[own.length];
            for (int place = 0; place < own.length; place++) {
                int item = candidates.itemIndex(own[place]);
                if (number[item] == 0) {
                    number[item] = ++items;
                }
                numbers[place] = number[item] - 1;
                values[place] = ranked.utilities()[own[place]];
            }
            int most = Math.min(page.columns(), spec.maxCards());
            boolean laterPage = !visit.served().shelves().isEmpty();
            shelves.add(new PackingProblem.Shelf(
                    spec.id(),
                    spec.kind(),
                    Math.min(spec.minCards(), most),
                    most,
                    laterPage ? -1 : spec.pinnedRow(),
                    numbers,
                    values));
        }
        return new PackingProblem(
                page.rows(),
                page.columns(),
                examination,
                shelves,
                items,
                page.maxShelvesPerKind(),
                page.noSameKindNeighbours());
    }
}
