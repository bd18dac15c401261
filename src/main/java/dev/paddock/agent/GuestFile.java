package dev.paddock.agent;

/**
 * A file in the guest user's home folder that the guest finds at its first look.
 *
 * @param path relative to the home folder
 * @param content its text
 * @param rule what happens where the file is there already
 */
public record GuestFile(String path, String content, Rule rule) {
  /** What happens where the file is there already. */
  public enum Rule {
    /** It is replaced. */
    REPLACE,
    /** It is JSON, and its objects take over the given fields; all others stay. */
    MERGE_JSON
  }
}
