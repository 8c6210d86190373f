package io.shelfwright.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Labelled rows with the scores of every model that is compared, column by column; immutable.
 *
 * <p>A row is a card that was shown in a request. Labels are 0 or more, from 0.5 a positive. Where it matters in which order
 * equal scores come, ties are shared or broken by item id; the order of the rows never matters.
 */
public final class ExampleTable {
    private final int[] groups;
    private final int[] users;
    private final List<String> userNames;
    private final List<String> groupNames;
    private final List<String> items;
    private final List<String> kinds;
    private final double[] weights;
    private final Map<String, double[]> labels;
    private final List<ScoreColumn> scores;
    private final Map<String, List<String>> slices;
    private final ItemTraits traits;

    ExampleTable(ExampleTableBuilder columns) {
        int rows = columns.groups.size();
        users = new int[rows];
        groups = new int[rows];
        Keys userKeys = new Keys();
        Keys groupKeys = new Keys();
        for (int row = 0; row < rows; row++) {
            String user = columns.users.isEmpty() ? "" : columns.users.get(row);
            String group = columns.groups.get(row);
            users[row] = userKeys.number(columns.users.isEmpty() ? group : user);
            // Request ids are only unique for one user.
            groups[row] = groupKeys.number(user + "\n" + group);
        }
        userNames = userKeys.names();
        groupNames = groupKeys.names();
        items = columns.items;
        kinds = columns.kinds;
        weights = columns.weights;
        labels = columns.labels;
        scores = List.copyOf(columns.scores);
        slices = columns.slices;
        traits = columns.traits;
    }

    /**
     * Returns a builder.
     *
     * @param groups the request of each row; rows of a request need not be neighbours
     */
    public static ExampleTableBuilder of(List<String> groups) {
        return new ExampleTableBuilder(groups);
    }

    /** Returns the table with another name for a model. */
    public ExampleTable renamed(String model, String name) {
        List<ScoreColumn> renamed = scores.stream()
                .map(column -> column.model().equals(model)
                        ? new ScoreColumn(name, column.objective(), column.probabilities(), column.values())
                        : column)
                .toList();
        return new ExampleTable(this, renamed);
    }

    private ExampleTable(ExampleTable other, List<ScoreColumn> scores) {
        groups = other.groups;
        users = other.users;
        userNames = other.userNames;
        groupNames = other.groupNames;
        items = other.items;
        kinds = other.kinds;
        weights = other.weights;
        labels = other.labels;
        slices = other.slices;
        traits = other.traits;
        this.scores = scores;
    }

    /** Returns the number of rows. */
    public int rows() {
        return groups.length;
    }

    /** Returns the number of requests. */
    public int requests() {
        return groupNames.size();
    }

    /** Returns the number of users; without a column of users every request is one. */
    public int users() {
        return userNames.size();
    }

    /** Returns what is labelled, the main objective first. */
    public List<String> objectives() {
        return List.copyOf(labels.keySet());
    }

    /** Returns the names of the models, the candidate first. */
    public List<String> models() {
        List<String> models = new ArrayList<>();
        models.add(ScoreColumn.CANDIDATE);
        for (ScoreColumn column : scores) {
            if (!models.contains(column.model())) {
                models.add(column.model());
            }
        }
        return models;
    }

    /** Returns the columns that slices can be made of, by name. */
    public List<String> sliceColumns() {
        return List.copyOf(slices.keySet());
    }

    /** Returns the shelf kinds, sorted; empty where there is no such column. */
    public List<String> kinds() {
        return List.copyOf(new TreeSet<>(kinds));
    }

    List<ScoreColumn> scores(String objective) {
        return scores.stream()
                .filter(column -> column.objective().equals(objective))
                .toList();
    }

    double[] labels(String objective) {
        return labels.getOrDefault(objective, new double[0]);
    }

    /** Returns whether every label of an objective is within 0..1, as log loss needs it. */
    boolean unitLabels(String objective) {
        return Arrays.stream(labels(objective)).allMatch(label -> label <= 1);
    }

    String slice(String column, int row) {
        return slices.getOrDefault(column, List.of()).get(row);
    }

    boolean hasItems() {
        return !items.isEmpty();
    }

    String item(int row) {
        return items.isEmpty() ? "" : items.get(row);
    }

    String kind(int row) {
        return kinds.isEmpty() ? "" : kinds.get(row);
    }

    double weight(int row) {
        return weights[row];
    }

    int group(int row) {
        return groups[row];
    }

    int user(int row) {
        return users[row];
    }

    String groupName(int group) {
        return groupNames.get(group);
    }

    String userName(int user) {
        return userNames.get(user);
    }

    ItemTraits traits() {
        return traits;
    }

    /** Returns the numbers of all rows. */
    int[] all() {
        int[] all = new int[rows()];
        Arrays.setAll(all, row -> row);
        return all;
    }

    Map<String, Integer> userRequests() {
        Map<String, Integer> requests = new LinkedHashMap<>();
        boolean[] seen = new boolean[requests()];
        for (int row = 0; row < rows(); row++) {
            if (!seen[groups[row]]) {
                seen[groups[row]] = true;
                requests.merge(userNames.get(users[row]), 1, Integer::sum);
            }
        }
        return requests;
    }
}
