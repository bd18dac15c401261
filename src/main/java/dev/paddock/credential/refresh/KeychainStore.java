package dev.paddock.credential.refresh;

import dev.paddock.credential.Keychain;
import java.io.IOException;

/** A login in the macOS Keychain. */
public record KeychainStore(Keychain item) implements LoginStore {

  @Override
  public String place() {
    return item.name();
  }

  @Override
  public byte[] read() throws IOException {
    return item.read();
  }

  @Override
  public void checkWritable(int bytes) throws IOException {
    item.checkWritable(bytes);
  }

  @Override
  public void write(byte[] content) throws IOException {
    item.write(content);
  }
}
