package dev.paddock.lima;

/**
 * The guest's ordinary user, with sudo. Its name says nothing of the person on the host; its number
 * is the host user's, so that files in mounted folders belong to both.
 */
public final class GuestUser {
  /** Name in the guest. */
  public static final String NAME = "agent";

  /** Home folder in the guest. */
  public static final String HOME = "/home/agent";

  private GuestUser() {}
}
