package io.shelfwright.sample.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.CatalogException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Removes a user from the imported sources; a source that holds the user is written anew as a whole and swapped. */
final class SourceErasure {
    private static final Set<String> COMMON = Set.of(
            SourceFiles.ITEMS, SourceFiles.ARTISTS, SourceFiles.INTERACTIONS, SourceFiles.PROFILES, SourceFiles.REPORT);

    private final DataDirectory data;
    private final String userId;

    SourceErasure(DataDirectory data, String userId) {
        this.data = data;
        this.userId = userId;
    }

    /** Returns the number of profiles and interactions that went. */
    long run() {
        long rows = 0;
        for (String kind : data.sources()) {
            SourceReader source = new SourceReader(data.source(kind));
            long found = rowsOf(source);
            if (found > 0) {
                data.replaceSource(kind, writer -> copy(source, data.source(kind), writer));
                rows += found;
            }
        }
        return rows;
    }

    private long rowsOf(SourceReader source) {
        long[] found = {0};
        source.profiles(profile -> found[0] += isErased(profile) ? 1 : 0);
        source.interactions(interaction -> found[0] += isErased(interaction) ? 1 : 0);
        return found[0];
    }

    private boolean isErased(UserProfile profile) {
        return profile.userId().equals(userId);
    }

    private boolean isErased(Interaction interaction) {
        return interaction.userId().equals(userId);
    }

    private ImportReport copy(SourceReader source, Path directory, SourceWriter writer) throws IOException {
        source.items(writer::item);
        source.artists(writer::artist);
        source.profiles(profile -> {
            if (!isErased(profile)) {
                writer.profile(profile);
            }
        });
        source.interactions(interaction -> {
            if (!isErased(interaction)) {
                try {
                    writer.interaction(interaction);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        for (Path extra : extras(directory)) {
            String name = extra.getFileName().toString();
            String text = Files.readString(extra);
            writer.extra(name, name.endsWith(".json") ? withoutFields(text) : withoutLines(text));
        }
        ImportReport report = source.report();
        return new ImportReport(
                report.kind(), report.referenceTime(), report.counts(), withoutExamples(report), report.notes());
    }

    private static List<Path> extras(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !COMMON.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CatalogException("cannot list " + directory + ": " + e.getMessage(), e);
        }
    }

    /** A JSON file names users as keys. */
    private String withoutFields(String text) throws IOException {
        JsonNode root = RecordJson.MAPPER.readTree(text);
        for (JsonNode parent : root.findParents(userId)) {
            ((ObjectNode) parent).remove(userId);
        }
        return RecordJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** Further files have a line for each user, if they speak of users at all. */
    private String withoutLines(String text) {
        StringBuilder kept = new StringBuilder();
        Pattern own = Pattern.compile("(^|[\\s\",;])" + Pattern.quote(userId) + "($|[\\s\",;])");
        for (String line : text.split("(?<=\n)")) {
            if (!own.matcher(line).find()) {
                kept.append(line);
            }
        }
        return kept.toString();
    }

    /** Examples of bad rows quote what was imported. */
    private List<ImportReport.BadRowGroup> withoutExamples(ImportReport report) {
        List<ImportReport.BadRowGroup> groups = new ArrayList<>();
        String name = userId.substring(userId.lastIndexOf(':') + 1);
        for (ImportReport.BadRowGroup group : report.badRows()) {
            List<String> examples = new ArrayList<>(group.examples());
            examples.removeIf(example -> example.contains(name));
            groups.add(new ImportReport.BadRowGroup(group.reason(), group.count(), examples));
        }
        return groups;
    }
}
