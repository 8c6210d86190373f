package io.shelfwright.testkit;

import io.shelfwright.spi.TasteVector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Something of the host whose lists can be changed, so that a plugin that does so is found out.
 *
 * @param <T> what is exposed, an interface
 */
final class Exposed<T> {
    private final T view;
    private final Map<String, List<?>> originals = new ConcurrentHashMap<>();
    private final Map<String, List<?>> handedOut = new ConcurrentHashMap<>();
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();
    private final Map<String, float[]> vectorsBefore = new ConcurrentHashMap<>();

    private Exposed(Class<T> type, T original) {
        view = type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = call(method, original, arguments);
                    return exposed(method.getName() + Arrays.toString(arguments), result);
                }));
    }

    static <T> Exposed<T> of(Class<T> type, T original) {
        return new Exposed<>(type, original);
    }

    T view() {
        return view;
    }

    /** Returns what was changed, by the call that gave it. */
    List<String> changes() {
        Map<String, String> changes = new TreeMap<>();
        handedOut.forEach((call, list) -> {
            if (!list.equals(originals.get(call))) {
                changes.put(call, call);
            }
        });
        vectors.forEach((call, vector) -> {
            if (!Arrays.equals(vector, vectorsBefore.get(call))) {
                changes.put(call, call);
            }
        });
        return List.copyOf(changes.values());
    }

    private static @Nullable Object call(Method method, Object original, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(original, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private @Nullable Object exposed(String call, @Nullable Object result) {
        if (result instanceof List<?> list) {
            originals.putIfAbsent(call, List.copyOf(list));
            return handedOut.computeIfAbsent(call, key -> new ArrayList<>(list));
        }
        if (result instanceof Optional<?> optional && optional.orElse(null) instanceof TasteVector taste) {
            vectorsBefore.putIfAbsent(call, taste.values().clone());
            vectors.put(call, taste.values());
        }
        return result;
    }
}
