package io.shelfwright.sample.data;

import io.shelfwright.api.CatalogException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the files of one source; every error names the file and the line. */
final class SourceReader {
    private final Path directory;

    SourceReader(Path directory) {
        this.directory = directory;
    }

    void items(Consumer<Item> consumer) {
        each(SourceFiles.ITEMS, RecordJson::item, consumer);
    }

    void artists(Consumer<ArtistEntry> consumer) {
        each(SourceFiles.ARTISTS, SourceReader::artist, consumer);
    }

    void profiles(Consumer<UserProfile> consumer) {
        each(SourceFiles.PROFILES, RecordJson::profile, consumer);
    }

    void interactions(Consumer<Interaction> consumer) {
        each(SourceFiles.INTERACTIONS, InteractionRow::parse, consumer);
    }

    ImportReport report() {
        Path file = directory.resolve(SourceFiles.REPORT);
        try {
            return ReportJson.parse(Files.readString(file));
        } catch (IOException | RuntimeException e) {
            throw damaged(file, 0, e);
        }
    }

    private static ArtistEntry artist(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 3) {
            throw new IllegalArgumentException("expected 3 tab-separated columns, found " + columns.length);
        }
        return new ArtistEntry(columns[0], columns[1], Double.parseDouble(columns[2]));
    }

    private <T> void each(String name, Parser<T> parser, Consumer<T> consumer) {
        Path file = directory.resolve(name);
        long number = 0;
        try (BufferedReader in = open(file)) {
            while (true) {
                T value;
                try {
                    String line = in.readLine();
                    if (line == null) {
                        return;
                    }
                    number++;
                    value = parser.parse(line);
                } catch (IOException | RuntimeException e) {
                    throw damaged(file, number, e);
                }
                consumer.accept(value);
            }
        } catch (IOException e) {
            throw damaged(file, number, e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        // A decoder of its own: the usual one would put replacement characters where bytes are damaged.
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    }

    private CatalogException damaged(Path file, long line, Exception cause) {
        String where = line > 0 ? file + ":" + line : file.toString();
        String what = cause instanceof NoSuchFileException ? "is not there" : "cannot be read: " + cause.getMessage();
        return new CatalogException(
                where + " " + what + "; import '" + directory.getFileName() + "' again to write it anew", cause);
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(String line) throws IOException;
    }
}
