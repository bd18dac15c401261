package dev.paddock.credential.refresh;

import java.io.IOException;

/** A login's place of which a test changes how it is written, and nothing else. */
abstract class StoreWithOwnWrite implements LoginStore {
  final LoginStore store;

  StoreWithOwnWrite(LoginStore store) {
    this.store = store;
  }

  @Override
  public String place() {
    return store.place();
  }

  @Override
  public byte[] read() throws IOException {
    return store.read();
  }

  @Override
  public void checkWritable(int bytes) throws IOException {
    store.checkWritable(bytes);
  }
}
