package io.shelfwright.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.shelfwright.spi.Setting;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one value of a settings record. */
final class SettingValue {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|m|h|d)");
    private static final Set<String> TYPES = Set.of(
            "boolean",
            "int",
            "long",
            "double",
            "java.lang.String",
            "java.time.Duration",
            "java.nio.file.Path",
            "java.util.List<java.lang.String>",
            "java.util.Map<java.lang.String, java.lang.Double>");
    private static final Map<String, Double> NANOS =
            Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "m", 6e10, "h", 3.6e12, "d", 8.64e13);

    private final Type type;
    private final Setting setting;
    private final Path baseDirectory;

    SettingValue(Type type, Setting setting, Path baseDirectory) {
        this.type = type;
        this.setting = setting;
        this.baseDirectory = baseDirectory;
    }

    /** A value that does not fit; the text says what is allowed. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final String text;

        Unfit(String text) {
            super(text);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Returns whether settings of this type can be read at all. */
    static boolean canBe(Type type) {
        return TYPES.contains(type.getTypeName()) || (type instanceof Class<?> enumeration && enumeration.isEnum());
    }

    Object ofDefault() throws Unfit {
        String text = setting.defaultValue();
        if (type.getTypeName().startsWith("java.util.List")) {
            String elements = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
            return elements.isBlank() ? List.of() : List.of(elements.trim().split("\\s*,\\s*"));
        }
        if (type.getTypeName().startsWith("java.util.Map")) {
            return numbersOf(text);
        }
        return of(ConfigValueFactory.fromAnyRef(text, "default"));
    }

    Object of(ConfigValue value) throws Unfit {
        String name = type.getTypeName();
        if (name.startsWith("java.util.List")) {
            return strings(value);
        }
        if (name.startsWith("java.util.Map")) {
            return numbers(value);
        }
        if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
            throw new Unfit("is " + shown(article(value)) + ", allowed is " + allowed());
        }
        String text = String.valueOf(value.unwrapped());
        return switch (name) {
            case "boolean" -> bool(text);
            case "int" -> Math.toIntExact(whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "long" -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case "double" -> bounded(number(text));
            case "java.lang.String" -> text;
            case "java.time.Duration" -> duration(text);
            case "java.nio.file.Path" -> baseDirectory.resolve(text).normalize();
            default -> constant(text);
        };
    }

    private Object bool(String text) throws Unfit {
        return switch (text) {
            case "true", "on", "yes" -> true;
            case "false", "off", "no" -> false;
            default -> throw unfit(text);
        };
    }

    private long whole(String text, long min, long max) throws Unfit {
        double number = bounded(number(text));
        if (number != Math.rint(number) || number < min || number > max) {
            throw unfit(text);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return (long) number;
        }
    }

    private double number(String text) throws Unfit {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unfit(text);
        }
        throw unfit(text);
    }

    private double bounded(double number) throws Unfit {
        if (number < setting.min() || number > setting.max()) {
            throw unfit(plain(number));
        }
        return number;
    }

    private Duration duration(String text) throws Unfit {
        Matcher matcher = DURATION.matcher(text.trim());
        if (!matcher.matches()) {
            throw unfit(text);
        }
        double nanos = Double.parseDouble(matcher.group(1)) * NANOS.getOrDefault(matcher.group(2), 1.0);
        if (nanos / 1e9 < setting.min() || nanos / 1e9 > setting.max()) {
            throw unfit(text);
        }
        return nanos < 9e18 ? Duration.ofNanos((long) nanos) : Duration.ofSeconds((long) (nanos / 1e9));
    }

    private Object constant(String text) throws Unfit {
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            for (Object constant : enumeration.getEnumConstants()) {
                if (word(constant).equals(text)) {
                    return constant;
                }
            }
            List<String> words = new ArrayList<>();
            for (Object constant : enumeration.getEnumConstants()) {
                words.add(word(constant));
            }
            throw new Unfit("is " + shown("'" + text + "'") + ", allowed is one of " + String.join(", ", words)
                    + (setting.secret() ? "" : Nearest.hint(text, words)));
        }
        throw new IllegalStateException("a setting cannot be of type " + type.getTypeName());
    }

    private List<String> strings(ConfigValue value) throws Unfit {
        if (!(value instanceof ConfigList list)) {
            throw new Unfit("is " + shown(article(value)) + ", allowed is a list");
        }
        List<String> strings = new ArrayList<>();
        for (ConfigValue element : list) {
            strings.add(String.valueOf(element.unwrapped()));
        }
        return List.copyOf(strings);
    }

    private Map<String, Double> numbers(ConfigValue value) throws Unfit {
        if (!(value instanceof ConfigObject object)) {
            throw new Unfit("is " + shown(article(value)) + ", allowed is an object of numbers");
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(object).entrySet()) {
            numbers.put(
                    entry.getKey(),
                    bounded(number(String.valueOf(entry.getValue().unwrapped()))));
        }
        return numbers;
    }

    private Map<String, Double> numbersOf(String text) throws Unfit {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.trim().split("\\s*,\\s*")) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new Unfit("is '" + text + "', allowed is such as a = 1, b = 2");
            }
            numbers.put(
                    pair.substring(0, equals).trim(),
                    bounded(number(pair.substring(equals + 1).trim())));
        }
        return numbers;
    }

    private Unfit unfit(String text) {
        return new Unfit("is " + shown(text) + ", allowed is " + allowed());
    }

    /** A secret is in no message, also where it is wrong. */
    private String shown(String text) {
        return setting.secret() ? WrittenConfig.SECRET : text;
    }

    private String allowed() {
        String name = type.getTypeName();
        String noun =
                switch (name) {
                    case "boolean" -> "true or false";
                    case "int", "long" -> "a whole number";
                    case "double" -> "a number";
                    case "java.time.Duration" -> "a duration such as 30ms, 10s, 5m, 2h or 14d";
                    default -> "text";
                };
        String unit = name.equals("java.time.Duration") ? "s" : "";
        if (setting.min() > Double.NEGATIVE_INFINITY && setting.max() < Double.POSITIVE_INFINITY) {
            return noun + " from " + plain(setting.min()) + unit + " to " + plain(setting.max()) + unit;
        }
        if (setting.min() > Double.NEGATIVE_INFINITY) {
            return noun + " of at least " + plain(setting.min()) + unit;
        }
        return setting.max() < Double.POSITIVE_INFINITY ? noun + " of at most " + plain(setting.max()) + unit : noun;
    }

    private static String article(ConfigValue value) {
        return switch (value.valueType()) {
            case OBJECT -> "an object";
            case LIST -> "a list";
            case NULL -> "null";
            case NUMBER, BOOLEAN, STRING -> "'" + value.unwrapped() + "'";
        };
    }

    /** Returns an enum constant as it is written in the configuration. */
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
