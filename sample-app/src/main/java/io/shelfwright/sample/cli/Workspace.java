package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.CatalogException;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Interaction;
import io.shelfwright.engine.ConfiguredPlugins;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.ResilienceSettings;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.engine.userstate.MvUserStateStore;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.DataDirectorySource;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import io.shelfwright.spi.UserStateStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data directory with what the engine makes of it: configuration, users, snapshots and experience. */
final class Workspace {
    private static final int USERS_AT_ONCE = 50_000;

    private final DataDirectory data;
    private @Nullable DataDirectorySource source;

    private Workspace(DataDirectory data) {
        this.data = data;
    }

    /**
     * Opens a data directory that holds something.
     *
     * @throws BadRequestException if nothing was imported into it
     */
    static Workspace open(Path directory) {
        Workspace workspace = new Workspace(DataDirectory.open(directory));
        if (workspace.data.sources().isEmpty()) {
            throw new BadRequestException("the data directory '" + directory
                    + "' holds no data; run 'shelfwright import' first, for example 'shelfwright import synthetic"
                    + " --data "
                    + directory + "'");
        }
        return workspace;
    }

    /** Opens a data directory that may still be empty. */
    static Workspace create(Path directory) {
        return new Workspace(DataDirectory.open(directory));
    }

    DataDirectory data() {
        return data;
    }

    /** Returns the data's own "now", which stands still. */
    InstantSource clock() {
        return InstantSource.fixed(now());
    }

    Instant now() {
        return data.referenceTime()
                .orElseThrow(() -> new CatalogException("no source of the data directory says what time it is"));
    }

    /** Returns the snapshots; what is published there is tried with the configuration first, which is read only then. */
    SnapshotStore snapshots() {
        return new SnapshotStore(data.snapshots(), clock())
                .checkedBy((staged, inUse) -> builder().doorman().check(staged, inUse))
                .keeping(() -> config().snapshots().keep());
    }

    EngineConfig config() {
        return ConfigReader.read(data.config());
    }

    /** Returns the hash that pages carry, which leaves out what the plugins say is secret, and tells their versions. */
    String configHash() {
        try (ConfiguredPlugins plugins = plugins()) {
            return Blueprint.of(config(), plugins.registry()).configHash();
        }
    }

    /** Returns a full user id; one that nobody has is taken as it is, for a user nobody knows. */
    String userId(String name) {
        return source().resolveUser(name).orElse(name);
    }

    UserStateStore users() {
        return MvUserStateStore.open(data.users());
    }

    HomeEngine engine() {
        requireExperience();
        return builder().build();
    }

    /** Returns an engine on a store that the caller reads too; the engine closes it. */
    HomeEngine engine(UserStateStore users) {
        requireExperience();
        return builder().userStateStore(users).build();
    }

    /** Returns the plugins of the class path and of the data directory. */
    ConfiguredPlugins plugins() {
        return ConfiguredPlugins.load(config().plugins(), Workspace.class.getClassLoader());
    }

    /** A command that ends at once has no time to watch anything. */
    private Shelfwright.Builder builder() {
        return Shelfwright.builder(config()).clock(clock()).watchPlugins(false).watchSnapshots(false);
    }

    DataDirectorySource source() {
        DataDirectorySource known = source;
        if (known == null) {
            known = data.source();
            source = known;
        }
        return known;
    }

    /**
     * Makes what the engine needs of the imported sources: a snapshot, the users, and a configuration where there is none.
     *
     * @return the snapshot in use, a new one if anything changed
     */
    String publish(String note) {
        source = null;
        CatalogData catalog = new CatalogBuilder(source(), now(), resilience().catalogDeadline()).build();
        try (UserStateStore users = users()) {
            source().profiles().forEach(users::putProfile);
            List<Interaction> batch = new ArrayList<>();
            source().interactions(interaction -> {
                batch.add(interaction);
                if (batch.size() == USERS_AT_ONCE) {
                    users.appendAll(batch);
                    batch.clear();
                }
            });
            users.appendAll(batch);
        }
        writeConfiguration();
        return snapshots().publishCatalog(note, catalog);
    }

    /** Before the first publishing there is no configuration. */
    private ResilienceSettings resilience() {
        return Files.exists(data.config()) ? config().resilience() : ResilienceSettings.DEFAULT;
    }

    /** An engine would serve without its log, and keep trying; a command that ends at once had better say so first. */
    private void requireExperience() {
        Path experience = data.experience();
        try {
            Files.createDirectories(experience);
        } catch (IOException e) {
            throw new BadRequestException(
                    "the experience log cannot be kept in " + experience + " (" + e
                            + "); every page is logged there: make it a directory that can be written",
                    e);
        }
        if (!Files.isWritable(experience)) {
            throw new BadRequestException("the experience log cannot be written: " + experience
                    + " is read-only; every page is logged there");
        }
    }

    private void writeConfiguration() {
        try {
            if (!Files.exists(data.config())) {
                copy("home.conf", data.config());
            }
            Path editorial = data.path().resolve("editorial.yaml");
            if (!Files.exists(editorial)) {
                Path sample = SyntheticWorld.editorialFile(data);
                if (Files.exists(sample)) {
                    Files.copy(sample, editorial);
                } else {
                    copy("editorial.yaml", editorial);
                }
            }
        } catch (IOException e) {
            throw new CatalogException("cannot write the configuration into " + data.path() + ": " + e, e);
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = Workspace.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new IOException("the sample app carries no " + resource);
            }
            Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
            Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
