package dev.paddock.proxy;

/** What a server left of an answer when its connection was given up. */
enum AnswerLoss {
  /** Nothing came. */
  SILENT,
  /** What came is no answer, or none to this request. */
  WRONG,
  /** The client has a part of it. */
  CUT_OFF
}
