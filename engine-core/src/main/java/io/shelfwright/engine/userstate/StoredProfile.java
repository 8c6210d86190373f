package io.shelfwright.engine.userstate;

import io.shelfwright.api.UserProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bytes of a stored profile, without the user, who is the key; the first byte is the version of the format. */
final class StoredProfile {
    private static final int FORMAT = 1;

    private StoredProfile() {}

    static byte[] write(UserProfile profile) {
        CompactWriter writer = new CompactWriter()
                .octet(FORMAT)
                .text(profile.market())
                .text(profile.language())
                .signed(profile.age())
                .octet(profile.explicitAllowed() ? 1 : 0)
                .text(profile.tier());
        Instant joinedAt = profile.joinedAt();
        if (joinedAt == null) {
            return writer.octet(0).bytes();
        }
        return writer.octet(1)
                .signed(joinedAt.getEpochSecond())
                .unsigned(joinedAt.getNano())
                .bytes();
    }

    static UserProfile read(String userId, byte[] bytes) {
        CompactReader reader = new CompactReader(bytes);
        int format = reader.octet();
        if (format != FORMAT) {
            throw new IllegalStateException("profile of format " + format + ", known is " + FORMAT);
        }
        String market = reader.text();
        String language = reader.text();
        int age = (int) reader.signed();
        boolean explicitAllowed = reader.octet() == 1;
        String tier = reader.text();
        @Nullable
        Instant joinedAt = reader.octet() == 0 ? null : Instant.ofEpochSecond(reader.signed(), reader.unsigned());
        return new UserProfile(userId, market, language, age, explicitAllowed, tier, joinedAt);
    }
}
