package dev.paddock.credential.refresh;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * Two places of one login; the second counts only while there is nothing in the first, as with
 * Claude Code's Keychain item and file.
 */
public record FallbackStore(LoginStore first, LoginStore second) implements LoginStore {

  @Override
  public String place() {
    return first.place() + " or " + second.place();
  }

  @Override
  public byte[] read() throws IOException {
    try {
      return first.read();
    } catch (NoSuchFileException e) {
      return second.read();
    }
  }

  @Override
  public void checkWritable(int bytes) throws IOException {
    used().checkWritable(bytes);
  }

  @Override
  public void write(byte[] content) throws IOException {
    used().write(content);
  }

  private LoginStore used() throws IOException {
    try {
      Arrays.fill(first.read(), (byte) 0);
      return first;
    } catch (NoSuchFileException e) {
      return second;
    }
  }
}
