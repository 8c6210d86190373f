package io.shelfwright.engine.vectors;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a user did with each item, by index; immutable: {@link #plus} shares all but a path of it.
 *
 * <p>A tree with up to 32 branches a node, five bits of the index each, that keeps present branches only (Bagwell 2001).
 */
final class PlayedItems {
    static final PlayedItems NONE = new PlayedItems(new Node(0, new Object[0]), 0);
    private static final int BITS = 5;

    private final Node root;
    private final int size;

    private PlayedItems(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    /** Returns the number of items. */
    int size() {
        return size;
    }

    PlayedItem get(int item) {
        Node node = root;
        for (int shift = 0; ; shift += BITS) {
            Object child = node.child(item >>> shift);
            if (child instanceof Node) {
                node = (Node) child;
            } else if (child instanceof PlayedItem && ((PlayedItem) child).item() == item) {
                return (PlayedItem) child;
            } else {
                return PlayedItem.none(item);
            }
        }
    }

    PlayedItems plus(PlayedItem played) {
        boolean known = get(played.item()).isKnown();
        return new PlayedItems(root.with(played, 0), known ? size : size + 1);
    }

    /** Children are nodes or {@link PlayedItem}s. */
    private static final class Node {
        private final int present;
        private final Object[] children;

        Node(int present, Object[] children) {
            this.present = present;
            this.children = children;
        }

        @Nullable
        Object child(int bits) {
            int bit = 1 << (bits & 31);
            return (present & bit) == 0 ? null : children[place(bit)];
        }

        private int place(int bit) {
            return Integer.bitCount(present & (bit - 1));
        }

        Node with(PlayedItem played, int shift) {
            int bit = 1 << (played.item() >>> shift & 31);
            int place = place(bit);
            if ((present & bit) == 0) {
                Object[] more = new Object[children.length + 1];
                System.arraycopy(children, 0, more, 0, place);
                more[place] = played;
                System.arraycopy(children, place, more, place + 1, children.length - place);
                return new Node(present | bit, more);
            }
            Object old = children[place];
            Object[] changed = Arrays.copyOf(children, children.length);
            if (old instanceof Node) {
                changed[place] = ((Node) old).with(played, shift + BITS);
            } else if (((PlayedItem) old).item() == played.item()) {
                changed[place] = played;
            } else {
                changed[place] = new Node(0, new Object[0])
                        .with((PlayedItem) old, shift + BITS)
                        .with(played, shift + BITS);
            }
            return new Node(present, changed);
        }
    }
}
