package dev.paddock.lima;

/** Whether a guest can be reached. */
public enum ConnectionState {
  /** It can, and its way out works. */
  CONNECTED,
  /** The connection broke and is being made again. */
  RECONNECTING,
  /** The VM has ended, or could not be reached for too long; final. */
  LOST
}
