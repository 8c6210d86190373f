package io.shelfwright.learning.gate;

import io.shelfwright.learning.gate.Finding.Outcome;
import io.shelfwright.learning.offpolicy.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the log can carry a verdict, and what it says of the candidate as a policy. */
final class HealthChecks {
    private final HealthSettings settings;

    HealthChecks(HealthSettings settings) {
        this.settings = settings;
    }

    List<Finding> find(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        findings.add(schema(evidence.schemaDifferences()));
        findings.add(propensities(evidence.propensities()));
        findings.add(parity(evidence.parity()));
        findings.add(offPolicy(evidence.offPolicy()));
        return findings;
    }

    private static Finding schema(List<String> differences) {
        return differences.isEmpty()
                ? new Finding("schema", Outcome.PASSED, "The model names the features of the running transform.")
                : new Finding(
                        "schema",
                        Outcome.FAILED,
                        "The model was trained on other features than the running transform gives: "
                                + String.join("; ", differences) + ".");
    }

    private static Finding parity(@Nullable ParityEvidence parity) {
        if (parity == null || parity.rows() == 0) {
            return new Finding(
                    "parity",
                    Outcome.NOTE,
                    "Whether logged scores come out again is not known"
                            + (parity == null ? "." : ": " + String.join("; ", parity.examples()) + "."));
        }
        String compared = parity.rows() + " logged rows of " + parity.pages() + " pages";
        return parity.mismatches() == 0
                ? new Finding(
                        "parity",
                        Outcome.PASSED,
                        "The model that served them gives the scores of " + compared + " again, bit for bit.")
                : new Finding(
                        "parity",
                        Outcome.FAILED,
                        "Of " + compared + ", " + parity.mismatches()
                                + " have other scores now than when they were served,"
                                + " so what is logged is not what the model saw: "
                                + String.join("; ", parity.examples()) + ".");
    }

    private Finding propensities(@Nullable PropensityHealth health) {
        if (health == null || health.drawn() < settings.minExplored()) {
            return new Finding(
                    "propensity",
                    Outcome.NOTE,
                    "Nothing is said of propensities: "
                            + (health == null ? 0 : health.drawn()) + " cards were drawn, needed are "
                            + settings.minExplored() + ".");
        }
        boolean healthy = Math.abs(health.mean() - 1) <= settings.propensityErrors() * health.error() + 1e-9;
        return new Finding(
                "propensity",
                healthy ? Outcome.PASSED : Outcome.FAILED,
                "The mean of 1/(support x propensity) of " + health.drawn() + " drawn cards is "
                        + Words.number(health.mean()) + ", standard error " + Words.number(health.error())
                        + (healthy
                                ? ": within " + Words.number(settings.propensityErrors()) + " standard errors of 1."
                                : ": further from 1 than " + Words.number(settings.propensityErrors())
                                        + " standard errors, so the logged propensities are not true."));
    }

    private Finding offPolicy(@Nullable OffPolicyEvidence evidence) {
        Outcome without = settings.requireOffPolicy() ? Outcome.UNSURE : Outcome.NOTE;
        if (evidence == null) {
            return new Finding("off-policy", without, "There is no off-policy estimate.");
        }
        if (!evidence.refusals().isEmpty()) {
            return new Finding(
                    "off-policy",
                    without,
                    "No verdict rests on the off-policy estimate: " + String.join("; ", evidence.refusals()) + ".");
        }
        Estimate gain = evidence.gain();
        boolean failed = gain.high() < -settings.offPolicyMargin();
        boolean passed = gain.low() >= -settings.offPolicyMargin();
        return new Finding(
                "off-policy",
                failed ? Outcome.FAILED : passed ? Outcome.PASSED : without,
                "By the off-policy estimate the candidate changes the reward by " + Words.signed(gain.value()) + " ["
                        + Words.signed(gain.low()) + ", " + Words.signed(gain.high()) + "] " + evidence.basis()
                        + "; that no more than "
                        + Words.number(settings.offPolicyMargin()) + " is lost is "
                        + (failed ? "shown to be wrong." : passed ? "shown." : "not shown."));
    }
}
