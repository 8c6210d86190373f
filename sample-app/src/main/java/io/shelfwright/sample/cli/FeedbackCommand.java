package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Feedback;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.UserStateStore;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "feedback",
        description = {
            "Records what a user did, or takes it back; the next page knows.",
            "What the snapshot knows nothing of is recorded too, with a warning on standard error."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright feedback --data DIR --user 2 --type hide --artist 51",
            "  shelfwright feedback --data DIR --user 2 --type hide --artist 51 --undo",
            "  shelfwright feedback --data DIR --user 2 --type dislike --kind podcast-show"
        })
final class FeedbackCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--user", required = true, paramLabel = "U", description = "User id.")
    private String user = "";

    @Option(
            names = "--type",
            required = true,
            paramLabel = "T",
            description = "play, complete, skip, save, follow, like, dislike, hide or impression.")
    private String type = "";

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(names = "--at", paramLabel = "T", description = "When; the data's own \"now\" if left out.")
    private String at = "";

    @Option(names = "--undo", description = "Take back the latest such feedback, as if it had never been given.")
    private boolean undo;

    @Spec
    private @Nullable CommandSpec spec;

    /** What the feedback is about; exactly one is given. */
    static final class Target {
        @Option(names = "--item", required = true, paramLabel = "I", description = "About an item.")
        private @Nullable String item;

        @Option(names = "--artist", required = true, paramLabel = "A", description = "About an artist, by id.")
        private @Nullable String artist;

        @Option(names = "--genre", required = true, paramLabel = "G", description = "About a genre.")
        private @Nullable String genre;

        @Option(names = "--shelf", required = true, paramLabel = "S", description = "About a shelf, by id.")
        private @Nullable String shelf;

        @Option(names = "--kind", required = true, paramLabel = "K", description = "About a kind of item.")
        private @Nullable String kind;

        TargetType type() {
            if (artist != null) {
                return TargetType.ARTIST;
            }
            if (genre != null) {
                return TargetType.GENRE;
            }
            if (shelf != null) {
                return TargetType.SHELF;
            }
            return kind != null ? TargetType.KIND : TargetType.ITEM;
        }

        String id() {
            for (String given : new @Nullable String[] {item, artist, genre, shelf, kind}) {
                if (given != null) {
                    return given;
                }
            }
            throw new BadRequestException(
                    "name what the feedback is about: --item, --artist, --genre, --shelf or --kind");
        }
    }

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        String userId = workspace.userId(user);
        UserStateStore users = workspace.users();
        try (HomeEngine engine = workspace.engine(users)) {
            Interaction interaction = undo ? undoOf(userId, users) : given(userId);
            if (!at.isEmpty()) {
                interaction = interaction.at(PageOptions.time(at));
            }
            Receipt receipt = engine.record(interaction);
            Printing.out(spec)
                    .println((undo ? "taken back: " + interaction.undoes() : "recorded: " + receipt.interactionId())
                            + ", user state version " + receipt.stateVersion());
            receipt.warnings().forEach(warning -> Printing.err(spec).println("warning: " + warning));
        }
        return 0;
    }

    private Interaction given(String userId) {
        return new Interaction("", userId, interactionType(), target.type(), target.id(), null, 1, "", "", "", false);
    }

    private Interaction undoOf(String userId, UserStateStore users) {
        List<Interaction> history = users.interactions(userId, users.version(userId));
        Set<String> undone = new HashSet<>();
        InteractionType wanted = interactionType();
        for (int i = history.size() - 1; i >= 0; i--) {
            Interaction past = history.get(i);
            if (past.type() == InteractionType.UNDO) {
                undone.add(past.undoes());
            } else if (past.type() == wanted
                    && past.targetType() == target.type()
                    && past.targetId().equals(target.id())
                    && !undone.contains(past.id())) {
                return Feedback.undo(userId, past.id());
            }
        }
        throw new BadRequestException("user '" + userId + "' has no " + type + " of "
                + target.type().name().toLowerCase(Locale.ROOT) + " '" + target.id() + "' to take back");
    }

    private InteractionType interactionType() {
        try {
            InteractionType parsed = InteractionType.valueOf(type.toUpperCase(Locale.ROOT));
            if (parsed != InteractionType.UNDO) {
                return parsed;
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(notAType(), e);
        }
        throw new BadRequestException(notAType());
    }

    private String notAType() {
        return "--type is '" + type
                + "', allowed is play, complete, skip, save, follow, like, dislike, hide or impression";
    }
}
