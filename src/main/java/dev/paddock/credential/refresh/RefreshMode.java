package dev.paddock.credential.refresh;

import java.util.Locale;

/** Who renews the host's logins; a setting. */
public enum RefreshMode {
  /** The provider's own program; Paddock itself only where that is missing. */
  CLI,
  /** Always Paddock itself. */
  BUILTIN;

  /** Of the setting's text; anything but {@code builtin} means the provider's program. */
  public static RefreshMode of(String text) {
    return text.strip().toLowerCase(Locale.ROOT).equals("builtin") ? BUILTIN : CLI;
  }
}
