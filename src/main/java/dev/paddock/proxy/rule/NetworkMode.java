package dev.paddock.proxy.rule;

/** Which hosts a session may reach. */
public enum NetworkMode {
  /** Any public host. */
  OPEN,
  /** The providers of models, package registries, and what the user lists. */
  LISTED,
  /** The providers of models only. */
  OFFLINE
}
