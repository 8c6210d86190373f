package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Derives ids for interactions that came without one, from what they say and the version of the user they came to. */
final class InteractionIds {
    private static final int ID_BYTES = 12;

    private InteractionIds() {}

    /** Returns an id of 25 characters; the same arguments give the same id on every machine. */
    static String derive(Interaction interaction, long version) {
        byte[] user =
                new CompactWriter().text(interaction.userId()).unsigned(version).bytes();
        MessageDigest digest = sha256();
        digest.update("interaction".getBytes(StandardCharsets.US_ASCII));
        digest.update(user);
        byte[] hash = digest.digest(StoredInteraction.write(interaction));
        return "i" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
