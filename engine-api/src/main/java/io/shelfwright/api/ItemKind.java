package io.shelfwright.api;

/**
 * The kind of an item, such as {@code album}; open, so that a team may add its own.
 *
 * @param name lower-case words joined by {@code -}
 */
public record ItemKind(String name) implements Comparable<ItemKind> {
    public static final ItemKind ALBUM = new ItemKind("album");
    public static final ItemKind PLAYLIST = new ItemKind("playlist");
    public static final ItemKind ARTIST = new ItemKind("artist");
    public static final ItemKind PODCAST_SHOW = new ItemKind("podcast-show");

    public ItemKind {
        Check.name(name, "item kind");
    }

    @Override
    public int compareTo(ItemKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
