package io.shelfwright.features;

import io.shelfwright.spi.FeatureDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code docs/features.md} from the declarations. */
final class FeatureDocument {
    private static final Map<String, String> FAMILIES = families();

    private FeatureDocument() {}

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("user", "Who the user is as a listener, whatever the item.");
        families.put("item", "What the item is, whoever looks at it.");
        families.put("user_item", "How the item fits this user.");
        families.put("shelf_item", "How the item came to the shelf.");
        families.put("context", "The circumstances of the request.");
        families.put("freshness", "How new the item is; what is still to be released counts as brand-new.");
        families.put("popularity", "How everyone uses the item, as of the snapshot.");
        families.put("feedback", "What the user saw, or disliked, without wanting more of it.");
        return families;
    }

    /** Returns the document: a table for each family. */
    static String of(List<FeatureDeclaration> features) {
        StringBuilder text = new StringBuilder();
        text.append("# Standard features\n\n")
                .append("Generated from the feature set `standard` (module `rankers/features`): ")
                .append(features.size())
                .append(" features.\n")
                .append(
                        "A value for missing of `NaN` stays missing: a ranker sees that nothing is known, never a zero.\n")
                .append(
                        "Values beyond a range are held at its end. A raised version changes the schema's fingerprint, so "
                                + "that\nmodels trained on the old computation are refused.\n");
        for (Map.Entry<String, String> family : FAMILIES.entrySet()) {
            text.append("\n## ")
                    .append(family.getKey())
                    .append("\n\n")
                    .append(family.getValue())
                    .append("\n\n");
            table(features, family.getKey(), text);
        }
        return text.toString();
    }

    private static void table(List<FeatureDeclaration> features, String family, StringBuilder text) {
        text.append("| name | description | unit | range | missing | version |\n|---|---|---|---|---|---|\n");
        for (FeatureDeclaration feature : features) {
            if (feature.family().equals(family)) {
                List<String> cells = new ArrayList<>();
                cells.add("`" + feature.name() + "`");
                cells.add(feature.description());
                cells.add(feature.unit());
                cells.add(number(feature.min()) + " to " + number(feature.max()));
                cells.add(number(feature.missing()));
                cells.add(Integer.toString(feature.version()));
                text.append("| ").append(String.join(" | ", cells)).append(" |\n");
            }
        }
    }

    private static String number(float value) {
        return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
    }
}
