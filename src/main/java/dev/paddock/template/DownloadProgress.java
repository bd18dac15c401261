package dev.paddock.template;

/** Hears how far a download is; called often, on the thread that downloads. */
@FunctionalInterface
interface DownloadProgress {
  /** Hears nothing. */
  DownloadProgress NONE = (done, total) -> {};

  /** Bytes so far, and of the whole, which is negative where the server does not tell. */
  void at(long done, long total);
}
