package io.shelfwright.gbdt;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes fields out of a JSON object, refusing what is not as expected. */
final class JsonFields {
    private JsonFields() {}

    static JsonNode child(JsonNode parent, String name) {
        JsonNode child = parent.get(name);
        if (child == null || !child.isObject()) {
            throw new Refused("there is no object '" + name + "' where XGBoost writes one");
        }
        return child;
    }

    static JsonNode array(JsonNode parent, String name) {
        JsonNode array = parent.get(name);
        if (array == null || !array.isArray()) {
            throw new Refused("there is no array '" + name + "' where XGBoost writes one");
        }
        return array;
    }

    static String text(JsonNode parent, String name) {
        JsonNode text = parent.get(name);
        if (text == null || !text.isValueNode()) {
            throw new Refused("there is no value '" + name + "' where XGBoost writes one");
        }
        return text.asText();
    }

    /** Returns a whole number, which XGBoost writes as text, or a default where it is absent. */
    static int number(JsonNode parent, String name, int absent) {
        if (!parent.has(name)) {
            return absent;
        }
        String text = text(parent, name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refused("'" + name + "' is '" + text + "', not a whole number", e);
        }
    }

    static int[] ints(JsonNode parent, String name, int length) {
        JsonNode array = array(parent, name, length);
        int[] values = new int[length];
        for (int i = 0; i < length; i++) {
            JsonNode value = array.get(i);
            if (!value.isInt() && !value.isBoolean()) {
                throw new Refused("'" + name + "' holds " + value + ", not a whole number");
            }
            values[i] = value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.intValue();
        }
        return values;
    }

    static float[] floats(JsonNode parent, String name, int length) {
        JsonNode array = array(parent, name, length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            JsonNode value = array.get(i);
            values[i] = value.isNumber() ? Float.parseFloat(value.asText()) : Float.NaN;
            if (!Float.isFinite(values[i])) {
                throw new Refused("'" + name + "' holds " + value + ", not a finite number");
            }
        }
        return values;
    }

    private static JsonNode array(JsonNode parent, String name, int length) {
        JsonNode array = array(parent, name);
        if (array.size() != length) {
            throw new Refused("'" + name + "' has " + array.size() + " entries for " + length + " nodes");
        }
        return array;
    }

    /** A model that is broken or not supported; whoever knows the file adds its name. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }

        Refused(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
