package dev.paddock.session;

import dev.paddock.agent.Agent;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names a session and its VM: short, because it is part of socket paths, and never used twice.
 *
 * @param name such as {@code claude-3fa9c1}
 */
public record SessionId(String name) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,11}-[0-9a-f]{6}");

  /** Refuses any other form, so that a name is safe in paths and command lines. */
  public SessionId {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("not a session name");
    }
  }

  /** A new name for a session of this agent. */
  public static SessionId create(Agent agent, SecureRandom random) {
    var bytes = new byte[3];
    random.nextBytes(bytes);
    return new SessionId(agent.id() + "-" + HexFormat.of().formatHex(bytes));
  }

  /** Whether a text has the form of a session name. */
  public static boolean valid(String name) {
    return FORM.matcher(name).matches();
  }

  @Override
  public String toString() {
    return name;
  }
}
