package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.check.DataValidation;
import io.shelfwright.learning.validation.schema.DataSchema;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.schema.SchemaGenerator;
import io.shelfwright.learning.validation.schema.SchemaProposal;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.table.Table;
import io.shelfwright.learning.validation.table.TableFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "schema",
        description = {
            "Generates a schema: of --data from what its features declare, of --current from what the table shows.",
            "With --update, proposes what a schema would have to say for the data to pass, and why."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  shelfwright validate schema --data DIR --write DIR/data-schema.conf",
            "  shelfwright validate schema --current new.csv --update schema.conf --write schema.conf"
        })
final class ValidateSchemaCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory whose features are declared.")
    private @Nullable Path data;

    @Option(names = "--current", paramLabel = "FILE", description = "Table to take the columns from.")
    private @Nullable Path current;

    @Option(names = "--update", paramLabel = "SCHEMA", description = "Schema to bring up to the data.")
    private @Nullable Path update;

    @Option(names = "--write", paramLabel = "FILE", description = "Where to write it; default: standard output.")
    private @Nullable Path write;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if ((data == null) == (current == null)) {
            throw new BadRequestException("say what the schema is of: either --data DIR or --current FILE");
        }
        DataSchema schema = data != null ? ofLog(data) : ofTable(TableFiles.open(Objects.requireNonNull(current)));
        PrintWriter out = Printing.out(spec);
        if (write == null) {
            out.print(SchemaFile.text(schema));
            out.flush();
        } else {
            SchemaFile.write(schema, write);
            out.println("wrote " + schema.features().size() + " columns to " + write
                    + "; review it and keep it with the code");
        }
        return 0;
    }

    private DataSchema ofLog(Path directory) {
        try (LoggedTables tables = LoggedTables.open(directory)) {
            return update == null ? tables.schema() : updated(tables.current(null));
        }
    }

    private DataSchema ofTable(Table table) {
        if (update != null) {
            return updated(table);
        }
        DataSchema plain = DataSchema.of(List.of());
        return plain.features(
                SchemaGenerator.refined(List.of(), DataValidation.with(plain).statistics(table)));
    }

    private DataSchema updated(Table table) {
        DataSchema schema = SchemaFile.read(Objects.requireNonNull(update));
        DatasetStatistics statistics = DataValidation.with(schema).statistics(table);
        SchemaProposal proposal = SchemaProposal.of(schema, statistics);
        PrintWriter notes = Objects.requireNonNull(spec).commandLine().getErr();
        proposal.changes().forEach(change -> notes.println("change: " + change));
        return proposal.schema();
    }
}
