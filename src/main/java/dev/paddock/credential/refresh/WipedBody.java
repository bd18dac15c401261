package dev.paddock.credential.refresh;

import java.io.IOException;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A request's JSON body that goes out once and is overwritten then. */
final class WipedBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final byte[] content;

  /** Takes the array over. */
  WipedBody(byte[] content) {
    this.content = content;
  }

  @Override
  public @Nullable MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return content.length;
  }

  /** A second time would use a refresh token twice. */
  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(content);
    Arrays.fill(content, (byte) 0);
  }
}
