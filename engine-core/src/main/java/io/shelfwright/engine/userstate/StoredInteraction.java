package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import java.time.Instant;

/**
 * The bytes of a stored interaction, without the user, who is in the key.
 *
 * <p>The first byte is the version of the format. The numbers of types are written down here, so that the order of the
 * enums is free.
 */
final class StoredInteraction {
    private static final int FORMAT = 1;
    private static final int EXPLORED = 1;
    private static final int ONCE = 2;
    private static final int FROM_PAGE = 4;

    private StoredInteraction() {}

    static byte[] write(Interaction interaction) {
        boolean once = Double.doubleToRawLongBits(interaction.amount()) == Double.doubleToRawLongBits(1);
        boolean fromPage = !interaction.requestId().isEmpty()
                || !interaction.shelfId().isEmpty()
                || !interaction.undoes().isEmpty();
        CompactWriter writer = new CompactWriter()
                .octet(FORMAT)
                .octet(number(interaction.type()) << 4 | number(interaction.targetType()))
                .octet((interaction.explored() ? EXPLORED : 0) | (once ? ONCE : 0) | (fromPage ? FROM_PAGE : 0))
                .text(interaction.id())
                .text(interaction.targetId());
        Instant time = interaction.time();
        writer.signed(time.getEpochSecond()).unsigned(time.getNano());
        if (!once) {
            writer.real(interaction.amount());
        }
        if (fromPage) {
            writer.text(interaction.requestId()).text(interaction.shelfId()).text(interaction.undoes());
        }
        return writer.bytes();
    }

    static Interaction read(String userId, byte[] bytes) {
        CompactReader reader = new CompactReader(bytes);
        int format = reader.octet();
        if (format != FORMAT) {
            throw new IllegalStateException("interaction of format " + format + ", known is " + FORMAT);
        }
        int types = reader.octet();
        int flags = reader.octet();
        String id = reader.text();
        String targetId = reader.text();
        Instant time = Instant.ofEpochSecond(reader.signed(), reader.unsigned());
        double amount = (flags & ONCE) != 0 ? 1 : reader.real();
        boolean fromPage = (flags & FROM_PAGE) != 0;
        String requestId = fromPage ? reader.text() : "";
        String shelfId = fromPage ? reader.text() : "";
        String undoes = fromPage ? reader.text() : "";
        return new Interaction(
                id,
                userId,
                type(types >> 4),
                targetType(types & 0xF),
                targetId,
                time,
                amount,
                requestId,
                shelfId,
                undoes,
                (flags & EXPLORED) != 0);
    }

    private static int number(InteractionType type) {
        return switch (type) {
            case PLAY -> 1;
            case COMPLETE -> 2;
            case SKIP -> 3;
            case SAVE -> 4;
            case FOLLOW -> 5;
            case LIKE -> 6;
            case DISLIKE -> 7;
            case HIDE -> 8;
            case IMPRESSION -> 9;
            case UNDO -> 10;
        };
    }

    private static InteractionType type(int number) {
        return switch (number) {
            case 1 -> InteractionType.PLAY;
            case 2 -> InteractionType.COMPLETE;
            case 3 -> InteractionType.SKIP;
            case 4 -> InteractionType.SAVE;
            case 5 -> InteractionType.FOLLOW;
            case 6 -> InteractionType.LIKE;
            case 7 -> InteractionType.DISLIKE;
            case 8 -> InteractionType.HIDE;
            case 9 -> InteractionType.IMPRESSION;
            case 10 -> InteractionType.UNDO;
            default -> throw new IllegalStateException("interaction of unknown type " + number);
        };
    }

    private static int number(TargetType type) {
        return switch (type) {
            case ITEM -> 1;
            case ARTIST -> 2;
            case GENRE -> 3;
            case SHELF -> 4;
            case KIND -> 5;
        };
    }

    private static TargetType targetType(int number) {
        return switch (number) {
            case 1 -> TargetType.ITEM;
            case 2 -> TargetType.ARTIST;
            case 3 -> TargetType.GENRE;
            case 4 -> TargetType.SHELF;
            case 5 -> TargetType.KIND;
            default -> throw new IllegalStateException("interaction with unknown type of target " + number);
        };
    }
}
