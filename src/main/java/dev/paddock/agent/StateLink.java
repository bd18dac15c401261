package dev.paddock.agent;

/**
 * A place in the guest's home folder whose content stays on the host between sessions.
 *
 * @param home path relative to the guest user's home folder
 * @param state path relative to the project's state folder
 * @param folder whether it is a folder, or else a file
 */
public record StateLink(String home, String state, boolean folder) {}
