package io.shelfwright.engine.userstate;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map by string of which every version stays as it is while the next is made: a hash trie whose changed path is copied.
 *
 * <p>Look-up and change take the time of at most seven steps. A batch of changes names an owner, an object of its own; nodes
 * that the batch made itself are then changed in place, and nobody else has seen them yet. After the batch the owner is
 * dropped, and the map is immutable. The order of {@link #forEach} depends on hashes: sort what is shown or summed.
 * (Bagwell, Ideal Hash Trees, 2001; the owner is Clojure's transient.)
 */
final class PersistentMap<V> {
    private static final int BITS = 5;
    private static final Node NO_NODE = new Node(0, new Object[0], null);

    private final Node root;
    private final int size;

    private PersistentMap(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    static <V> PersistentMap<V> empty() {
        return new PersistentMap<>(NO_NODE, 0);
    }

    int size() {
        return size;
    }

    @Nullable
    V get(String key) {
        Leaf<V> leaf = leaf(key);
        return leaf == null ? null : leaf.value;
    }

    /** Returns a map in which a key has a value; nodes of this owner are changed in place. */
    PersistentMap<V> put(String key, V value, Object owner) {
        boolean known = leaf(key) != null;
        Node changed = put(root, 0, new Leaf<>(key, value, null), owner);
        return new PersistentMap<>(changed, known ? size : size + 1);
    }

    void forEach(BiConsumer<String, V> consumer) {
        forEach(root, consumer);
    }

    private @Nullable Leaf<V> leaf(String key) {
        int hash = key.hashCode();
        Node node = root;
        for (int shift = 0; ; shift += BITS) {
            int bit = bit(hash, shift);
            if ((node.bitmap & bit) == 0) {
                return null;
            }
            Object slot = node.slots[node.index(bit)];
            if (!(slot instanceof Node inner)) {
                return find(slot, key);
            }
            node = inner;
        }
    }

    @SuppressWarnings("unchecked") // every leaf of this map was made by put(...)
    private static <V> Leaf<V> cast(Object slot) {
        return (Leaf<V>) slot;
    }

    private static <V> @Nullable Leaf<V> find(Object slot, String key) {
        @Nullable Leaf<V> leaf = cast(slot);
        while (leaf != null && !leaf.key.equals(key)) {
            leaf = leaf.next;
        }
        return leaf;
    }

    private static <V> Node put(Node node, int shift, Leaf<V> leaf, Object owner) {
        int bit = bit(leaf.key.hashCode(), shift);
        int index = node.index(bit);
        if ((node.bitmap & bit) == 0) {
            return node.inserted(bit, index, leaf, owner);
        }
        Object slot = node.slots[index];
        if (slot instanceof Node inner) {
            Node changed = put(inner, shift + BITS, leaf, owner);
            return changed == inner ? node : node.replaced(index, changed, owner);
        }
        Leaf<V> present = cast(slot);
        if (present.key.hashCode() == leaf.key.hashCode()) {
            return node.replaced(index, present.without(leaf.key, leaf), owner);
        }
        Node split = put(new Node(0, new Object[0], owner), shift + BITS, present, owner);
        return node.replaced(index, put(split, shift + BITS, leaf, owner), owner);
    }

    private static <V> void forEach(Node node, BiConsumer<String, V> consumer) {
        for (Object slot : node.slots) {
            if (slot instanceof Node inner) {
                forEach(inner, consumer);
            } else {
                for (@Nullable Leaf<V> leaf = cast(slot); leaf != null; leaf = leaf.next) {
                    consumer.accept(leaf.key, leaf.value);
                }
            }
        }
    }

    /** Bits beyond the 32nd are 0 for all, which is never asked for: equal hashes share one leaf. */
    private static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & 31);
    }

    /** A key with its value; keys of one hash form a chain. */
    private static final class Leaf<V> {
        private final String key;
        private final V value;
        private final @Nullable Leaf<V> next;

        private Leaf(String key, V value, @Nullable Leaf<V> next) {
            this.key = key;
            this.value = value;
            this.next = next;
        }

        /** Returns the given leaf in front of this chain, from which a key is left out. */
        private Leaf<V> without(String left, Leaf<V> first) {
            @Nullable Leaf<V> rest = null;
            for (@Nullable Leaf<V> leaf = this; leaf != null; leaf = leaf.next) {
                if (!leaf.key.equals(left)) {
                    rest = new Leaf<>(leaf.key, leaf.value, rest);
                }
            }
            return new Leaf<>(first.key, first.value, rest);
        }
    }

    private static final class Node {
        private int bitmap;
        private Object[] slots;
        private final @Nullable Object owner;

        private Node(int bitmap, Object[] slots, @Nullable Object owner) {
            this.bitmap = bitmap;
            this.slots = slots;
            this.owner = owner;
        }

        private int index(int bit) {
            return Integer.bitCount(bitmap & (bit - 1));
        }

        private Node inserted(int bit, int index, Object slot, Object by) {
            Object[] wider = new Object[slots.length + 1];
            System.arraycopy(slots, 0, wider, 0, index);
            wider[index] = slot;
            System.arraycopy(slots, index, wider, index + 1, slots.length - index);
            if (owner == by) {
                slots = wider;
                bitmap |= bit;
                return this;
            }
            return new Node(bitmap | bit, wider, by);
        }

        private Node replaced(int index, Object slot, Object by) {
            if (owner == by) {
                slots[index] = slot;
                return this;
            }
            Object[] copy = Arrays.copyOf(slots, slots.length);
            copy[index] = slot;
            return new Node(bitmap, copy, by);
        }
    }
}
