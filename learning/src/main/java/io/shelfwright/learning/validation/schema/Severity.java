package io.shelfwright.learning.validation.schema;

/** How bad a finding is; an error blocks training and makes the command fail. */
public enum Severity {
    WARNING,
    ERROR
}
