package dev.paddock.credential.refresh;

import dev.paddock.base.Sha256;
import java.nio.file.Path;

/**
 * Paddock's own files for the renewal of one login, shared by all its processes.
 *
 * @param folder in Paddock's state folder; only its owner may enter it
 * @param key names the login
 */
public record RefreshFiles(Path folder, String key) {
  private static final int HASH = 12;

  /** For the login that is kept in {@code place}. */
  public static RefreshFiles of(Path stateFolder, String kind, String place) {
    return new RefreshFiles(
        stateFolder.resolve("refresh"), kind + "-" + Sha256.hex(place).substring(0, HASH));
  }

  Path lock() {
    return folder.resolve(key + ".lock");
  }

  Path lastAttempt() {
    return folder.resolve(key + ".json");
  }

  Path journal() {
    return folder.resolve(key + ".journal");
  }

  /** The parent of the empty folders in which providers' programs run. */
  Path rooms() {
    return folder.resolve(key + ".rooms");
  }
}
