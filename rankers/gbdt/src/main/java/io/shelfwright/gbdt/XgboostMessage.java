package io.shelfwright.gbdt;

import ml.dmlc.xgboost4j.java.XGBoostError;

/** The one line of an XGBoost error that says something; the native stack trace below it helps nobody here. */
final class XgboostMessage {
    private XgboostMessage() {}

    static String of(XGBoostError error) {
        String message = String.valueOf(error.getMessage());
        int trace = message.indexOf("Stack trace:");
        return (trace < 0 ? message : message.substring(0, trace)).strip();
    }
}
