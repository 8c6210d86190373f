package io.shelfwright.sample.web;

/**
 * What was just done, said once on the page that follows.
 *
 * @param text one sentence
 * @param user who did it
 * @param interactionId what an undo takes back, empty where there is nothing to undo
 * @param label name of the thing, for the sentence after an undo
 */
record Flash(String text, String user, String interactionId, String label) {
    boolean canUndo() {
        return !interactionId.isEmpty();
    }
}
