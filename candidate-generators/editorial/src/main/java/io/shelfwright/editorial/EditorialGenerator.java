package io.shelfwright.editorial;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings along the editors' shelves that are meant for the request's market and time, and proposes their items in the
 * editors' order.
 *
 * <p>A configured shelf with the id of one in the file is filled, and not brought along a second time.
 */
final class EditorialGenerator implements CandidateGenerator {
    private final String name;
    private final String kind;
    private final Catalog catalog;
    private final EditorialFile file;

    EditorialGenerator(EditorialSettings settings, InstanceContext context) {
        name = context.instanceName();
        kind = settings.kind();
        catalog = context.catalog();
        Path path = context.baseDirectory().resolve(settings.file());
        file = new EditorialFile(path, new EditionReader(path, catalog), context.clock(), settings.checkEvery());
    }

    @Override
    public List<ShelfSpec> shelves(RecallRequest request) {
        Set<String> configured = new HashSet<>();
        for (ShelfSpec shelf : request.shelves()) {
            configured.add(shelf.id());
        }
        List<ShelfSpec> specs = new ArrayList<>();
        for (EditorialShelf shelf : file.current().shelves()) {
            if (shelf.isFor(request.context()) && !configured.contains(shelf.id())) {
                specs.add(shelf.spec(kind, name));
            }
        }
        return specs;
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        Edition edition = file.current();
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec spec : request.shelves()) {
            EditorialShelf shelf = edition.shelf(spec.id());
            if (shelf != null && shelf.isFor(request.context())) {
                proposals.addAll(propose(request, spec, shelf));
            }
        }
        return proposals;
    }

    private List<Proposal> propose(RecallRequest request, ShelfSpec spec, EditorialShelf shelf) {
        Shortlist best = new Shortlist(catalog, request, spec);
        int count = shelf.items().size();
        for (int place = 0; place < count; place++) {
            int item = catalog.indexOf(shelf.items().get(place));
            if (item >= 0) {
                best.offer(item, (double) (count - place) / count);
            }
        }
        Evidence evidence = Evidence.of("editorial", shelf.reason());
        return best.proposals(item -> evidence);
    }

    @Override
    public List<String> warnings() {
        return file.warnings();
    }
}
