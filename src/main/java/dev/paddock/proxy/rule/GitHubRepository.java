package dev.paddock.proxy.rule;

/**
 * A repository that a session may use with a credential. Two that differ in case only are equal, as
 * they are for GitHub.
 *
 * @param owner in lower case
 * @param name in lower case, without {@code .git}
 */
public record GitHubRepository(String owner, String name) {

  /** Takes any case. */
  public GitHubRepository {
    owner = Ascii.lower(owner);
    name = Ascii.lower(name);
  }

  /** As people write it. */
  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
