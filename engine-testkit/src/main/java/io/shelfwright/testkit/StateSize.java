package io.shelfwright.testkit;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.UserState;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an instance holds on to: objects, elements of arrays and collections, characters of texts that grow.
 *
 * <p>Static fields of the classes it meets count too. What belongs to the host (catalog, user states) counts as one, and
 * so does what the module system hides.
 */
final class StateSize {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private long size;

    private StateSize() {}

    static long of(Object root) {
        StateSize count = new StateSize();
        count.meet(root);
        while (!count.open.isEmpty()) {
            count.visit(count.open.pop());
        }
        return count.size;
    }

    private void meet(@Nullable Object object) {
        if (object != null && seen.add(object)) {
            size++;
            open.push(object);
        }
    }

    private void visit(Object object) {
        if (object instanceof Catalog || object instanceof UserState || object instanceof InstanceContext) {
            return;
        }
        if (object.getClass().isArray()) {
            array(object);
        } else if (object instanceof Collection<?> collection) {
            for (Object element : collection.toArray()) {
                meet(element);
                size++;
            }
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                meet(key);
                meet(value);
                size++;
            });
        } else if (object instanceof CharSequence text) {
            size += text.length();
        } else if (object instanceof Optional<?> optional) {
            meet(optional.orElse(null));
        } else if (object instanceof AtomicReference<?> reference) {
            meet(reference.get());
        } else if (!(object instanceof Reference<?>) && !isOfTheJdk(object.getClass())) {
            fields(object);
        }
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        size += length;
        if (array instanceof Object[] objects) {
            for (Object element : objects) {
                meet(element);
            }
        }
    }

    private void fields(Object object) {
        for (Class<?> type = object.getClass(); type != null && !isOfTheJdk(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive()) {
                    meet(value(field, object));
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(Modifier.isStatic(field.getModifiers()) ? null : object);
        } catch (IllegalAccessException | InaccessibleObjectException hidden) {
            return null;
        }
    }

    private static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader() || type.isEnum();
    }
}
