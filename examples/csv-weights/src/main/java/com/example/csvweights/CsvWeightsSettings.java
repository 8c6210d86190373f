package com.example.csvweights;

import io.shelfwright.spi.Setting;
import java.nio.file.Path;

/**
 * Settings of {@link CsvWeights}.
 *
 * @param file where the weights are
 */
record CsvWeightsSettings(
        @Setting("CSV file with the columns feature and weight, relative to the configuration file.")
        Path file) {}
