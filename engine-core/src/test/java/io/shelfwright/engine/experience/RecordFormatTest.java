package io.shelfwright.engine.experience;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.TargetType;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class RecordFormatTest {

    @Test
    void theSchemaKnowsEveryTypeOfInteractionAndTarget() {
        Schema schema = RecordFormat.INTERACTIONS.schema();

        assertThat(schema.getField("type").schema().getEnumSymbols()).isEqualTo(names(InteractionType.values()));
        assertThat(schema.getField("targetType").schema().getEnumSymbols()).isEqualTo(names(TargetType.values()));
    }

    @Test
    void pagesComeBackEqualAndWithTheirBits() {
        for (int seed = 0; seed < 300; seed++) {
            PageRecord page = Pages.record(seed);

            PageRecord back = RecordFormat.PAGES.fromAvro(RecordFormat.PAGES.toAvro(page));

            assertThat(back).isEqualTo(page);
            assertThat(back.page().timing().keySet())
                    .containsExactlyElementsOf(page.page().timing().keySet());
            for (int i = 0; i < page.slots().size(); i++) {
                assertThat(bits(back.slots().get(i).features()))
                        .isEqualTo(bits(page.slots().get(i).features()));
            }
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
