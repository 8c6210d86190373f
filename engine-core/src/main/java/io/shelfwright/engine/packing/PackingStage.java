package io.shelfwright.engine.packing;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.PageSettings;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
        Placement placement = place(visit, ranked, byShelf, packing.rows());
        RuleSheet rules = placement.rules();
        report(visit, rules);
        ExplorationPass.Explored explored =
                exploration.explore(visit, ranked, byShelf, rules, placement.cards(), patient());
        if (explored.rulesHang()) {
            rules = new RuleSheet(List.of());
        } else {
            report(visit, rules);
        }
        rules.relaxed().forEach((rule, slots) -> calls.metrics().count(PLACEMENT, rule, "relaxed"));
        new PlacementTrace(visit, ranked, rules, explored.cards()).write();
        return validator.finish(visit, ranked, explored.cards(), explored.draws(), examination, packing.steps());
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
            Optional<Packing> packing = calls.call(
                    STAGE,
                    packer.name(),
                    patient(),
                    () -> packer.plugin().pack(problem, new PackingBudget(maxSteps, expired)),
                    visit.journal()::degraded);
            if (packing.isPresent()) {
                List<String> faults = PackingValidator.violations(problem, packing.get());
                if (faults.isEmpty()) {
                    return packing.get();
                }
                visit.journal()
                        .degraded(calls.failure(
                                STAGE, packer.name(), "invalid", "packed an invalid page: " + faults.get(0)));
            }
        }
        return new FastPagePacker().pack(problem, PackingBudget.NONE);
    }

    /** Places all cards; a rule that hangs is left out, and everything is placed again without it. */
    private Placement place(Visit visit, RankedCandidates ranked, ShelfCandidates byShelf, List<Packing.Row> rows) {
        List<Instance<PlacementRule>> active = rules(visit);
        while (true) {
            RuleSheet rules = new RuleSheet(active);
            if (active.isEmpty()) {
                return new Placement(rules, new PlacementPass(visit, ranked, byShelf, rules).place(rows));
            }
            // A thread that was given up may go on, so nothing it was given is used again.
            Optional<PlacedCards> cards = calls.call(
                    PLACEMENT,
                    PLACEMENT,
                    patient(),
                    () -> new PlacementPass(visit, ranked, byShelf, rules).place(rows),
                    degradation -> visit.journal().degraded(blamed(rules.busy(), degradation)));
            if (cards.isPresent()) {
                return new Placement(rules, cards.get());
            }
            String busy = rules.busy();
            active = active.stream()
                    .filter(rule -> !busy.isEmpty() && !rule.name().equals(busy))
                    .toList();
        }
    }

    private Degradation blamed(String rule, Degradation degradation) {
        return rule.isEmpty() ? degradation : calls.failure(PLACEMENT, rule, degradation.code(), degradation.message());
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
                    STAGE,
                    model.name(),
                    config.deadlines().rule(),
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
                    visit.journal()::degraded);
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
