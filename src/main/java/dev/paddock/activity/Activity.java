package dev.paddock.activity;

/** What an agent is doing, as far as that can be told. */
public enum Activity {
  /** Nobody knows for sure. */
  UNKNOWN,
  /** At work. */
  WORKING,
  /** It stopped working, to ask or for the next prompt, and the person has not typed since. */
  WAITING,
  /** Not at work, and nothing new to be seen. */
  IDLE,
  /** Done with what it was asked for, or ended without an error. */
  FINISHED,
  /** It says that its work has failed, or ended with an error. */
  FAILED
}
