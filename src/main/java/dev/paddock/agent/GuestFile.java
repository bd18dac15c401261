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
    /** It stays as it is. */
    ONCE,
    /** It is JSON, and its objects take over the given fields; all others stay. */
    MERGE_JSON,
    /** It is JSON, and its objects take over the fields that they do not have. */
    DEFAULTS_JSON,
    /**
     * It is a login, replaced where it holds a placeholder; one that was made in a VM stays.
     * Without content a placeholder is taken away.
     */
    LOGIN,
    /** It is JSON with a login in each field, to each of which {@link #LOGIN} applies. */
    LOGINS_JSON,
    /** The text becomes its first part, between marks; a person's own text below stays. */
    PART
  }
}
