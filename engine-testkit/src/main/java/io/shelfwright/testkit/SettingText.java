package io.shelfwright.testkit;

import io.shelfwright.spi.Setting;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of one setting from its text; what does not fit is an IllegalArgumentException. */
final class SettingText {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|m|h|d)");
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86400.0);

    private final Type type;
    private final Setting setting;
    private final Path baseDirectory;

    SettingText(Type type, Setting setting, Path baseDirectory) {
        this.type = type;
        this.setting = setting;
        this.baseDirectory = baseDirectory;
    }

    Object value(String text) {
        String name = type.getTypeName();
        if (name.startsWith("java.util.List")) {
            return list(text);
        }
        if (name.startsWith("java.util.Map")) {
            return numbers(text);
        }
        return switch (name) {
            case "boolean" -> bool(text);
            case "int" -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long" -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case "double" -> bounded(Double.parseDouble(text));
            case "java.lang.String" -> text;
            case "java.time.Duration" -> duration(text);
            case "java.nio.file.Path" -> baseDirectory.resolve(text).normalize();
            default -> constant(text);
        };
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true", "on", "yes" -> true;
            case "false", "off", "no" -> false;
            default -> throw new IllegalArgumentException("allowed is true or false");
        };
    }

    private long whole(String text, long min, long max) {
        double number = bounded(Double.parseDouble(text));
        if (number != Math.rint(number) || number < min || number > max) {
            throw new IllegalArgumentException("allowed is a whole number");
        }
        return (long) number;
    }

    private double bounded(double number) {
        if (!(number >= setting.min() && number <= setting.max()) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("allowed is " + setting.min() + " to " + setting.max());
        }
        return number;
    }

    private Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("allowed is a duration such as 30ms, 10s or 14d");
        }
        double seconds = bounded(Double.parseDouble(matcher.group(1)) * SECONDS.getOrDefault(matcher.group(2), 1.0));
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static List<String> list(String text) {
        String elements = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return elements.isBlank() ? List.of() : List.of(elements.trim().split("\\s*,\\s*"));
    }

    private Map<String, Double> numbers(String text) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String pair : list(text)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("allowed are pairs such as a = 1, b = 2");
            }
            double number = bounded(Double.parseDouble(pair.substring(equals + 1)));
            numbers.put(pair.substring(0, equals).trim(), number);
        }
        return numbers;
    }

    private Object constant(String text) {
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            for (Object constant : enumeration.getEnumConstants()) {
                String word = constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
                if (word.equals(text)
                        || ((Enum<?>) constant)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("allowed is a constant of " + enumeration.getSimpleName());
        }
        throw new IllegalArgumentException("a setting cannot be of type " + type.getTypeName());
    }
}
