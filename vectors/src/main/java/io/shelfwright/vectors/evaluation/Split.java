package io.shelfwright.vectors.evaluation;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.vectors.Interactions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Interactions to learn from and, of the same users and items, those to judge by.
 *
 * @param train learned from; a user may have none
 * @param test to be found again; a user may have none, and no pair is in both
 * @param counts what was met on the way, by name
 */
public record Split(Interactions train, Interactions test, Map<String, Integer> counts) {

    /**
     * Reads two files; items are numbered in the order of their ids over both.
     *
     * @throws BadRequestException naming file, line and what is allowed, if a file is not one of users and items
     */
    public static Split read(Path trainFile, Path testFile) {
        SplitFile train = SplitFile.read(trainFile);
        SplitFile test = SplitFile.read(testFile);
        if (train.numbers() != test.numbers()) {
            throw new BadRequestException("ids are numbers in one of " + trainFile + " and " + testFile
                    + " and text in the other; both must name users and items alike");
        }
        Set<String> users = new TreeSet<>(train.itemsOf().keySet());
        users.addAll(test.itemsOf().keySet());
        Set<String> items = new TreeSet<>();
        train.itemsOf().values().forEach(items::addAll);
        int known = items.size();
        test.itemsOf().values().forEach(items::addAll);
        Ids userIds = new Ids(users, train.numbers());
        Ids itemIds = new Ids(items, train.numbers());
        Counter counter = new Counter();
        int[][] trainRows = rows(train, userIds, itemIds);
        int[][] testRows = rows(test, userIds, itemIds);
        for (int user = 0; user < testRows.length; user++) {
            testRows[user] = without(testRows[user], trainRows[user], counter);
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("users", users.size());
        counts.put("items", items.size());
        counts.put("train-pairs", train.pairs());
        counts.put("test-pairs", test.pairs() - counter.removed);
        counts.put("test-users-not-in-train", (int) test.itemsOf().keySet().stream()
                .filter(user -> !train.itemsOf().containsKey(user))
                .count());
        counts.put("test-items-not-in-train", items.size() - known);
        counts.put("test-pairs-already-in-train", counter.removed);
        counts.put("repeated-items", train.repeatedItems() + test.repeatedItems());
        counts.put("repeated-users", train.repeatedUsers() + test.repeatedUsers());
        counts.put("users-without-items", train.usersWithoutItems() + test.usersWithoutItems());
        counts.put("blank-lines", train.blankLines() + test.blankLines());
        return new Split(Interactions.of(itemIds.size(), trainRows), Interactions.of(itemIds.size(), testRows), counts);
    }

    private static int[][] rows(SplitFile file, Ids users, Ids items) {
        int[][] rows = new int[users.size()][];
        Arrays.fill(rows, new int[0]);
        file.itemsOf().forEach((user, own) -> {
            int[] row = own.stream().mapToInt(items::of).toArray();
            Arrays.sort(row);
            rows[users.of(user)] = row;
        });
        return rows;
    }

    private static int[] without(int[] row, int[] excluded, Counter counter) {
        int[] kept = Arrays.stream(row)
                .filter(item -> Arrays.binarySearch(excluded, item) < 0)
                .toArray();
        counter.removed += row.length - kept.length;
        return kept;
    }

    private static final class Counter {
        private int removed;
    }
}
