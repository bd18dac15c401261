package dev.paddock.agent;

import java.util.List;

/**
 * A place in the guest's home folder whose content stays on the host between sessions.
 *
 * @param home path relative to the guest user's home folder
 * @param state path relative to the project's state folder
 * @param folder whether it is a folder, or else a file
 */
public record StateLink(String home, String state, boolean folder) {

  /** The folders of the state folder that must be there before the links can be used. */
  public static List<String> folders(List<StateLink> links) {
    return links.stream()
        .map(l -> l.folder() ? l.state() : l.state().substring(0, l.state().lastIndexOf('/')))
        .distinct()
        .toList();
  }
}
