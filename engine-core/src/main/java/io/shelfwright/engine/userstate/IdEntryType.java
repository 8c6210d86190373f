package io.shelfwright.engine.userstate;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Tells the store how to order, write and read {@link IdEntry} keys. */
final class IdEntryType extends BasicDataType<IdEntry> {
    @Override
    public int compare(IdEntry first, IdEntry second) {
        return first.compareTo(second);
    }

    @Override
    public int getMemory(IdEntry key) {
        return 104 + key.userId().length() + key.interactionId().length();
    }

    @Override
    public void write(WriteBuffer buffer, IdEntry key) {
        write(buffer, key.userId());
        write(buffer, key.interactionId());
    }

    @Override
    public IdEntry read(ByteBuffer buffer) {
        return new IdEntry(DataUtils.readString(buffer), DataUtils.readString(buffer));
    }

    @Override
    public IdEntry[] createStorage(int size) {
        return new IdEntry[size];
    }

    private static void write(WriteBuffer buffer, String text) {
        buffer.putVarInt(text.length()).putStringData(text, text.length());
    }
}
