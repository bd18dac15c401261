package dev.paddock.ui.kit;

import dev.paddock.base.ByteSize;
import java.util.Locale;

/** Amounts of memory and disk as people say them. */
public final class SizeText {
  private SizeText() {}

  /** {@code 4 GiB}, {@code 1.5 GiB}, {@code 512 MiB}. */
  public static String of(ByteSize size) {
    var mebibytes = size.mebibytes();
    if (mebibytes < 1024) {
      return mebibytes + " MiB";
    }
    return mebibytes % 1024 == 0
        ? mebibytes / 1024 + " GiB"
        : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024.0);
  }
}
