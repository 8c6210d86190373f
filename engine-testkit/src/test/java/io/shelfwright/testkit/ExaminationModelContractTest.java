package io.shelfwright.testkit;

import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.InstanceContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class ExaminationModelContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends ExaminationModelContract {
        @Override
        protected ExaminationModel model(InstanceContext context) {
            return Suspects.<Supplier<ExaminationModel>>present().get();
        }
    }

    private static class Behaved implements ExaminationModel {
        private static final AtomicInteger MADE = new AtomicInteger();

        private final int number = MADE.incrementAndGet();
        private final Thread maker = Thread.currentThread();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public double examination(String device, int row, int column) {
            return 1.0 / (2 + row + column);
        }
    }

    private static Supplier<ExaminationModel> but(Deed deed) {
        return () -> new Behaved() {
            @Override
            public double examination(String device, int row, int column) {
                return deed.apply(this, device, column, super.examination(device, row, column));
            }
        };
    }

    private interface Deed {
        double apply(Behaved self, String device, int column, double examination);
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheModelThatBreaksIt() {
        return Suspects.<Supplier<ExaminationModel>>of(Suspect.class, Behaved::new)
                .breaks(
                        "everySlotIsExaminedWithAProbabilityAboveZeroAndAtMostOne",
                        but((self, device, column, examination) -> examination * 2.5))
                .breaks(
                        "examinationDoesNotRiseAlongARow",
                        but((self, device, column, examination) -> column == 3 ? 0.9 : examination))
                .breaks(
                        "anyInstanceGivesTheSameInAnyOrderOfAsking",
                        but((self, device, column, examination) ->
                                self.number % 2 == 0 ? examination : examination / 2))
                .breaks(
                        "fourThreadsAtOnceGetTheSame",
                        but((self, device, column, examination) ->
                                Thread.currentThread() == self.maker ? examination : examination / 2))
                .breaks("slotsFarOutsideOfThePageAreNoTrouble", but((self, device, column, examination) -> {
                    if (column > 1000) {
                        throw new IllegalArgumentException("column " + column);
                    }
                    return examination;
                }))
                .breaks("nothingIsKeptBetweenCalls", but((self, device, column, examination) -> {
                    self.seen.add(device);
                    return examination;
                }))
                .tests();
    }
}
