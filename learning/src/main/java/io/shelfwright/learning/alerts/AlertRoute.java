package io.shelfwright.learning.alerts;

import io.shelfwright.spi.Setting;
import java.util.regex.Pattern;

/**
 * Whose some alerts are; an entry of {@code learning.alerts.routes}.
 *
 * @param check which checks, {@code *} stands for anything
 * @param feature which columns or subjects
 * @param owner whose they are; empty for the section's
 * @param runbook what to do; empty for the section's
 */
public record AlertRoute(
        @Setting(value = "Checks it is about, such as COMPARATOR_*; * stands for anything.", defaultValue = "*")
        String check,

        @Setting(value = "Features it is about, such as user.*.", defaultValue = "*")
        String feature,

        @Setting(value = "Whose these alerts are; empty for the owner above.", defaultValue = "")
        String owner,

        @Setting(value = "Where it says what to do about them; empty for the runbook above.", defaultValue = "")
        String runbook) {

    public AlertRoute {
        if (owner.isEmpty() && runbook.isEmpty()) {
            throw new IllegalArgumentException("a route gives an owner, a runbook or both; this one gives neither");
        }
    }

    boolean fits(Signal signal) {
        return fits(check, signal.check()) && fits(feature, signal.feature());
    }

    private static boolean fits(String pattern, String text) {
        StringBuilder expression = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }
}
