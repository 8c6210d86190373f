package io.shelfwright.editorial;

import io.shelfwright.spi.Catalog;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the editors' file, and tells everything that is wrong with it at once. */
final class EditionReader {
    private final Path file;
    private final Catalog catalog;

    EditionReader(Path file, Catalog catalog) {
        this.file = file;
        this.catalog = catalog;
    }

    /**
     * Returns what the file says now.
     *
     * @throws EditionException with all problems, if there are any
     */
    Edition read() throws EditionException {
        return parse(text());
    }

    private String text() throws EditionException {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new EditionException(
                    List.of(file + ": there is no such file; write it, or correct the setting 'file'"));
        } catch (CharacterCodingException e) {
            throw new EditionException(List.of(file + ": is not UTF-8; save it in that encoding"));
        } catch (IOException e) {
            throw new EditionException(List.of(file + ": cannot be read: " + e));
        }
    }

    private Edition parse(String text) throws EditionException {
        Problems problems = new Problems(file.toString());
        Problems warnings = new Problems(file.toString());
        List<EditorialShelf> shelves = new ArrayList<>();
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            // Not by Compose: its package is not exported from the library's module.
            Optional<Node> root =
                    new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode();
            if (root.isPresent()) {
                readShelves(
                        root.get(),
                        new ShelfReader(id -> catalog.indexOf(id) >= 0, problems, warnings),
                        shelves,
                        problems);
            } else {
                problems.add(1, "the file is empty; it needs the key 'shelves' with a list, which may be []");
            }
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(1, "not YAML: " + e.getMessage());
        } catch (StackOverflowError e) { // the library descends by recursion and has no bound of its own
            problems.add(1, "not YAML that can be read: lists or mappings are nested too deeply");
        }
        if (!problems.isEmpty()) {
            throw new EditionException(problems.list());
        }
        return new Edition(shelves, warnings.list());
    }

    private static void readShelves(Node root, ShelfReader reader, List<EditorialShelf> shelves, Problems problems) {
        if (!(root instanceof MappingNode mapping)) {
            problems.add(root, "the file must start with the key 'shelves' and a list under it");
            return;
        }
        Fields fields = new Fields(mapping, Keys.OF_FILE, problems);
        Node list = fields.node(Keys.SHELVES);
        if (!(list instanceof SequenceNode sequence)) {
            problems.add(fields.place(Keys.SHELVES), "'shelves' must be a list of shelves, which may be []");
            return;
        }
        Map<String, Integer> lines = new HashMap<>();
        for (Node node : sequence.getValue()) {
            if (node instanceof MappingNode shelf) {
                EditorialShelf read = reader.read(shelf);
                shelves.add(read);
                Integer earlier = lines.putIfAbsent(read.id(), Problems.line(node));
                if (earlier != null && !read.id().isEmpty()) {
                    problems.add(
                            node,
                            "the id '" + Fields.shortened(read.id()) + "' is already that of the shelf in line "
                                    + earlier);
                }
            } else {
                problems.add(node, "a shelf must be a mapping with the keys " + String.join(", ", Keys.OF_SHELF));
            }
        }
    }
}
