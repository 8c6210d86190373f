package io.shelfwright.engine.userstate;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Tells the store how to order, write and read {@link UserEntry} keys; a page names each user once. */
final class UserEntryType extends BasicDataType<UserEntry> {
    private static final int SAME_USER = 0;
    private static final int OTHER_USER = 1;

    @Override
    public int compare(UserEntry first, UserEntry second) {
        return first.compareTo(second);
    }

    @Override
    public int getMemory(UserEntry key) {
        return 56 + key.userId().length();
    }

    @Override
    public void write(WriteBuffer buffer, UserEntry key) {
        buffer.put((byte) OTHER_USER);
        writeUser(buffer, key.userId());
        buffer.putVarLong(key.index());
    }

    @Override
    public UserEntry read(ByteBuffer buffer) {
        return read(buffer, "");
    }

    @Override
    public void write(WriteBuffer buffer, Object storage, int length) {
        UserEntry[] keys = (UserEntry[]) storage;
        String user = null;
        for (int i = 0; i < length; i++) {
            UserEntry key = keys[i];
            if (key.userId().equals(user)) {
                buffer.put((byte) SAME_USER);
            } else {
                user = key.userId();
                buffer.put((byte) OTHER_USER);
                writeUser(buffer, user);
            }
            buffer.putVarLong(key.index());
        }
    }

    @Override
    public void read(ByteBuffer buffer, Object storage, int length) {
        UserEntry[] keys = (UserEntry[]) storage;
        String user = "";
        for (int i = 0; i < length; i++) {
            keys[i] = read(buffer, user);
            user = keys[i].userId();
        }
    }

    @Override
    public UserEntry[] createStorage(int size) {
        return new UserEntry[size];
    }

    private static UserEntry read(ByteBuffer buffer, String previousUser) {
        String user = buffer.get() == SAME_USER ? previousUser : DataUtils.readString(buffer);
        return new UserEntry(user, DataUtils.readVarLong(buffer));
    }

    private static void writeUser(WriteBuffer buffer, String user) {
        buffer.putVarInt(user.length()).putStringData(user, user.length());
    }
}
