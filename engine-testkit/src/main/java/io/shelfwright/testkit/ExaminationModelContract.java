package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.InstanceContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every examination model keeps to, however it was fitted; extend it and make an instance. */
public abstract class ExaminationModelContract {
    private static final List<String> DEVICES = List.of("desktop", "mobile", "tv", "", "\u4F60\u597D", "unheard-of");
    private static final int ROWS = 12;
    private static final int COLUMNS = 16;

    /** Makes the instance under test. */
    protected abstract ExaminationModel model(InstanceContext context);

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void everySlotIsExaminedWithAProbabilityAboveZeroAndAtMostOne() {
        ExaminationModel model = make();
        for (String device : DEVICES) {
            for (double examination : table(model, device)) {
                assertThat(examination)
                        .as("on device '%s'", device)
                        .isGreaterThan(0)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void examinationDoesNotRiseAlongARow() {
        ExaminationModel model = make();
        for (String device : DEVICES) {
            double[] table = table(model, device);
            for (int slot = 0; slot < table.length; slot++) {
                if (slot % COLUMNS > 0) {
                    assertThat(table[slot])
                            .as("device '%s', row %d, column %d", device, slot / COLUMNS, slot % COLUMNS)
                            .isLessThanOrEqualTo(table[slot - 1]);
                }
            }
        }
    }

    @Test
    void anyInstanceGivesTheSameInAnyOrderOfAsking() {
        ExaminationModel model = make();
        for (String device : DEVICES) {
            double[] first = table(model, device);
            assertThat(table(model, device)).as("a second call").containsExactly(first);
            assertThat(table(make(), device)).as("another instance").containsExactly(first);
        }
    }

    @Test
    void fourThreadsAtOnceGetTheSame() throws Exception {
        ExaminationModel model = make();
        double[] alone = table(model, "desktop");
        for (double[] table : FourThreads.ask(() -> table(model, "desktop"))) {
            assertThat(table).as("four threads at once").containsExactly(alone);
        }
    }

    @Test
    void slotsFarOutsideOfThePageAreNoTrouble() {
        ExaminationModel model = make();
        for (String device : DEVICES) {
            NamedCase.run("device '" + device + "'", () -> {
                model.examination(device, 100_000, 0);
                model.examination(device, 0, 100_000);
            });
        }
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        ExaminationModel model = make();
        table(model, "desktop");
        long before = StateSize.of(model);
        for (int device = 0; device < 50; device++) {
            table(model, "device-" + device);
        }
        assertThat(StateSize.of(model))
                .as("objects and elements that the instance holds after more calls")
                .isLessThanOrEqualTo(before + mayKeep());
    }

    private ExaminationModel make() {
        return model(TestContext.of(ContractWorlds.of(0).catalog()));
    }

    private static double[] table(ExaminationModel model, String device) {
        double[] table = new double[ROWS * COLUMNS];
        Arrays.setAll(table, slot -> model.examination(device, slot / COLUMNS, slot % COLUMNS));
        return table;
    }
}
