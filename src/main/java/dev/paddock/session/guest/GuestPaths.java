package dev.paddock.session.guest;

/** Places in the guest that more than one script knows. */
public final class GuestPaths {
  /** Starts the agent; what the session's terminal runs. */
  public static final String LAUNCH = "/run/paddock/launch";

  /** The project's own script as the person allowed it; empty where there is none. */
  public static final String RUNTIME = "/run/paddock/runtime";

  /** The port on which the guest's programs find the proxy; the far end of the ssh channel. */
  public static final int PROXY_PORT = 3128;

  /** The port on which the guest's resolver asks for names; see {@code egress.sh}. */
  public static final int NAMES_PORT = 5300;

  private GuestPaths() {}
}
