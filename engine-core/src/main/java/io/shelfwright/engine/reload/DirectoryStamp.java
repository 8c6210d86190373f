package io.shelfwright.engine.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names, sizes and times of the files in plugin directories: cheap to take, and different when somebody writes there.
 *
 * @param files a line for each file, sorted
 */
record DirectoryStamp(List<String> files) {
    /** Takes a stamp; a file that comes or goes meanwhile is in it or not, and the next stamp tells. */
    static DirectoryStamp of(List<Path> directories) {
        List<String> files = new ArrayList<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> found = Files.walk(directory)) {
                    found.filter(file -> visible(directory.relativize(file)))
                            .sorted()
                            .forEach(file -> files.add(line(file)));
                } catch (IOException | UncheckedIOException e) {
                    files.add(directory + " cannot be read: " + e.getMessage());
                }
            }
        }
        return new DirectoryStamp(List.copyOf(files));
    }

    private static boolean visible(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static String line(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file
                    + (attributes.isDirectory() ? "" : " " + attributes.size() + " " + attributes.lastModifiedTime());
        } catch (IOException e) {
            return file + " cannot be read: " + e.getMessage();
        }
    }
}
