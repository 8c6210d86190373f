package io.shelfwright.engine.reload;

import io.shelfwright.api.ConfigException;
import io.shelfwright.api.PluginException;
import io.shelfwright.api.PluginReload;
import io.shelfwright.api.ShelfwrightException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How another process asks a running engine to reload: a file in {@code .reload} of the plugin directory, and one in answer.
 *
 * <p>It needs no port and no password: who may write there could put a plugin there too. One of the engines that watch the
 * directory answers.
 */
public final class ReloadMailbox {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadMailbox.class);
    private static final String REQUEST = ".request";
    private static final String ANSWER = ".answer";
    private static final long PAUSE_MILLIS = 50;

    private final Path directory;

    /** Makes a mailbox of a plugin directory. */
    public ReloadMailbox(Path plugins) {
        directory = plugins.resolve(".reload");
    }

    /**
     * Asks for a reload and waits for the answer.
     *
     * @param id of one plugin, or empty for all that changed
     * @throws PluginException if it is refused, or nobody answers in time
     */
    public PluginReload ask(Optional<String> id, Duration patience) {
        String name = UUID.randomUUID().toString();
        Path request = directory.resolve(name + REQUEST);
        Path answer = directory.resolve(name + ANSWER);
        try {
            Files.createDirectories(directory);
            write(request, List.of(id.orElse("")));
            long end = System.nanoTime() + patience.toNanos();
            while (!Files.exists(answer)) {
                if (System.nanoTime() >= end) {
                    Files.deleteIfExists(request);
                    throw new PluginException("no engine answered within " + patience.toSeconds()
                            + " s; it must run, watch this plugin directory (plugins.watch = on) and be done with what it"
                            + " does");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            List<String> lines = Files.readAllLines(answer);
            Files.delete(answer);
            return read(lines);
        } catch (IOException e) {
            throw new PluginException("the plugin directory cannot be written: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while an engine was to answer", e);
        }
    }

    /** Does what is asked, and answers. */
    void answer(Reloading reloading) {
        for (Path request : files(REQUEST)) {
            try {
                String id = String.join("", Files.readAllLines(request)).strip();
                Files.delete(request);
                String name = request.getFileName().toString().replace(REQUEST, ANSWER);
                write(directory.resolve(name), answer(id.isEmpty() ? Optional.empty() : Optional.of(id), reloading));
            } catch (IOException e) {
                LOG.warn("a request to reload plugins cannot be answered: {}", request, e);
            }
        }
    }

    /** Throws away answers that nobody took. */
    void clear() {
        for (Path answer : files(ANSWER)) {
            try {
                Files.deleteIfExists(answer);
            } catch (IOException e) {
                LOG.warn("an old answer cannot be deleted: {}", answer, e);
            }
        }
    }

    private static List<String> answer(Optional<String> id, Reloading reloading) {
        List<String> lines = new ArrayList<>();
        try {
            PluginReload done = reloading.reload(id);
            lines.add("done " + done.configHash());
            done.added().forEach(plugin -> lines.add("added " + plugin));
            done.reloaded().forEach(plugin -> lines.add("reloaded " + plugin));
            done.removed().forEach(plugin -> lines.add("removed " + plugin));
        } catch (ShelfwrightException | LinkageError | IllegalStateException e) {
            lines.add("refused");
            problems(e).forEach(problem -> lines.add(problem.replaceAll("\\s*\\R\\s*", " ")));
        }
        return lines;
    }

    private static List<String> problems(Throwable e) {
        if (e instanceof PluginException plugin) {
            return plugin.problems();
        }
        return e instanceof ConfigException config
                ? config.problems().stream().map(String::valueOf).toList()
                : List.of(String.valueOf(e.getMessage()));
    }

    private static PluginReload read(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.get(0);
        if (!first.startsWith("done ")) {
            throw new PluginException(
                    lines.size() < 2 ? List.of("the engine's answer is empty") : lines.subList(1, lines.size()), null);
        }
        return new PluginReload(
                of("added ", lines), of("reloaded ", lines), of("removed ", lines), first.substring("done ".length()));
    }

    private static List<String> of(String kind, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .toList();
    }

    private Iterable<Path> files(String ending) {
        TreeSet<Path> files = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + ending)) {
                found.forEach(files::add);
            } catch (IOException e) {
                LOG.warn("requests to reload plugins cannot be read in {}", directory, e);
            }
        }
        return files;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(temporary, lines);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
