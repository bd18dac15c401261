package dev.paddock.ui.home;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A folder that had a session.
 *
 * @param path of the project
 * @param used when a session was last started in it
 * @param agent the command name of its agent, or empty where that is not known
 */
public record RecentProject(Path path, Instant used, String agent) {}
