package io.shelfwright.learning;

import io.shelfwright.engine.config.RankingSettings.ChangedFeatures;
import io.shelfwright.engine.probe.TransformProbe;
import io.shelfwright.engine.probe.TransformValues;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.learning.report.Refusal;
import java.util.List;

/** Sees to it that the features of this process are those of the engines that served, by values and not by version alone. */
final class TransformCheck {
    private TransformCheck() {}

    /**
     * Returns what the running transform gives, to be kept beside the model.
     *
     * @throws Refusal if features of the same version give other values than when the snapshot was published
     */
    static TransformValues require(LearningRequest request, Bindings bindings, Snapshot snapshot) {
        TransformValues running = TransformProbe.measure(bindings.features(), request.baseDirectory());
        List<String> changed = TransformValues.read(snapshot.directory())
                .map(then -> then.differences(running))
                .orElse(List.of());
        if (!changed.isEmpty() && request.changedFeatures() == ChangedFeatures.REFUSE) {
            throw new Refusal("features give other values than those that served, though nobody raised their version: "
                    + String.join("; ", changed) + "; restore them, raise the versions, or set"
                    + " ranking.changed-features = accept");
        }
        return running;
    }
}
