package io.shelfwright.engine.packing;

import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.Setting;

/**
 * Examination as a product of row and column: {@code rowDecay^row}, times {@code columnDecay} steps for the columns that
 * are visible without a swipe and a geometric tail after them.
 *
 * <p>Start values, to be replaced by ones fitted from viewport logs: rows .85, visible columns 1, .94, .88, .82, then .5 x
 * .9^j.
 */
public final class TableExamination implements ExaminationModel {
    private final Settings settings;

    /**
     * The table's parameters.
     *
     * @param rowDecay factor from row to row
     * @param visibleDesktop columns visible without a swipe on a wide device
     * @param visiblePhone the same on a phone
     * @param columnStep what a visible column loses against the one before
     * @param swiped examination of the first column behind the edge
     * @param swipedDecay factor from column to column behind the edge
     */
    public record Settings(
            @Setting(value = "Factor from row to row.", defaultValue = "0.85", min = 0.01, max = 1)
            double rowDecay,

            @Setting(value = "Columns visible without a swipe on wide devices.", defaultValue = "4", min = 1, max = 100)
            int visibleDesktop,

            @Setting(value = "Columns visible without a swipe on a phone.", defaultValue = "3", min = 1, max = 100)
            int visiblePhone,

            @Setting(
                    value = "What a visible column loses against the one before.",
                    defaultValue = "0.06",
                    min = 0,
                    max = 0.2)
            double columnStep,

            @Setting(
                    value = "Examination of the first column behind the edge.",
                    defaultValue = "0.5",
                    min = 0.001,
                    max = 1)
            double swiped,

            @Setting(value = "Factor from column to column behind the edge.", defaultValue = "0.9", min = 0.01, max = 1)
            double swipedDecay) {}

    public TableExamination(Settings settings) {
        this.settings = settings;
    }

    @Override
    public double examination(String device, int row, int column) {
        int visible = device.equals("phone") ? settings.visiblePhone() : settings.visibleDesktop();
        double ofColumn = column < visible
                ? Math.max(settings.swiped(), 1 - settings.columnStep() * column)
                : settings.swiped() * Math.pow(settings.swipedDecay(), column - visible);
        double inOrder = Math.min(
                ofColumn,
                column < visible ? 1 : Math.max(settings.swiped(), 1 - settings.columnStep() * (visible - 1)));
        return Math.max(1e-6, Math.pow(settings.rowDecay(), row) * inOrder);
    }
}
