package dev.paddock.github;

/**
 * A repository on a git host.
 *
 * @param host such as {@code github.com}
 * @param owner user or organisation
 * @param name without {@code .git}
 */
public record Repository(String host, String owner, String name) {

  @Override
  public String toString() {
    return host + "/" + owner + "/" + name;
  }
}
