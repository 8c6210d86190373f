package io.shelfwright.sample.data.reading;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder an import reads from; every file may be there plain or gzipped. */
public final class InputFolder {
    private static final int LISTED = 12;

    private final String kind;
    private final Path path;

    private InputFolder(String kind, Path path) {
        this.kind = kind;
        this.path = path;
    }

    /**
     * Opens a folder.
     *
     * @throws BadRequestException if it is not there or not a folder
     */
    public static InputFolder open(String kind, Path path) {
        if (!Files.isDirectory(path)) {
            throw new BadRequestException((Files.exists(path) ? path + " is a file" : path + " is not there") + "; "
                    + kind + " is imported from the folder that holds its files; name it with --from");
        }
        return new InputFolder(kind, path);
    }

    /**
     * Returns a file that must be there.
     *
     * @throws BadRequestException if it is not
     */
    public InputFile needed(String name) {
        return optional(name)
                .orElseThrow(() -> new BadRequestException(kind + " needs " + name + " or " + name + ".gz in " + path
                        + ", and neither is there; the folder holds " + listing()));
    }

    /** Returns a file, if it is there. */
    public Optional<InputFile> optional(String name) {
        for (String candidate : List.of(name, name + ".gz")) {
            Path file = path.resolve(candidate);
            if (Files.isRegularFile(file)) {
                return Optional.of(new InputFile(file));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns all files below the folder whose name ends so, or so and {@code .gz}, in ascending order of path.
     *
     * @throws BadRequestException if there is none
     */
    public List<InputFile> all(String ending) {
        List<InputFile> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(ending) || file.toString().endsWith(ending + ".gz"))
                    .sorted()
                    .map(InputFile::new)
                    .toList();
        } catch (IOException e) {
            throw new BadRequestException(path + " cannot be listed: " + e, e);
        }
        if (files.isEmpty()) {
            throw new BadRequestException(kind + " needs files that end with " + ending + " or " + ending + ".gz in "
                    + path + ", and there is none; the folder holds " + listing());
        }
        return files;
    }

    private String listing() {
        try (Stream<Path> entries = Files.list(path)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .limit(LISTED)
                    .toList();
            return names.isEmpty() ? "nothing" : String.join(", ", names);
        } catch (IOException e) {
            return "files that cannot be listed (" + e.getMessage() + ")";
        }
    }
}
