package io.shelfwright.engine.config;

import io.shelfwright.spi.Setting;

/**
 * The grid.
 *
 * @param rows shelves on a page
 * @param columns cards on a shelf
 * @param maxShelvesPerKind quota
 * @param noSameKindNeighbours whether neighbouring rows must differ in kind
 * @param candidatesPerShelf most proposals read from one generator for one shelf
 */
public record PageSettings(
        @Setting(value = "Rows of the grid: shelves on a page.", defaultValue = "8", min = 1, max = 100)
        int rows,

        @Setting(value = "Columns of the grid: cards on a shelf.", defaultValue = "10", min = 1, max = 100)
        int columns,

        @Setting(value = "Most shelves of one kind on a page.", defaultValue = "3", min = 1, max = 100)
        int maxShelvesPerKind,

        @Setting(value = "Whether two neighbouring rows must be of different kinds.", defaultValue = "true")
        boolean noSameKindNeighbours,

        @Setting(
                value = "Most proposals that are read from one generator for one shelf.",
                defaultValue = "200",
                min = 1,
                max = 100000)
        int candidatesPerShelf) {}
