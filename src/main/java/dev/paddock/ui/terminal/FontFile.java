package dev.paddock.ui.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * A bundled font, loaded, and the characters that it has: JavaFX does not tell.
 *
 * @param family by which it is found from now on
 */
record FontFile(String family, BitSet characters) {
  private static final int CHARACTER_MAP = 0x636d6170;
  private static final int UNICODE = 0;
  private static final int WINDOWS = 3;

  /** Loads a font of this package. */
  static FontFile load(String name) {
    try (var resource = FontFile.class.getResourceAsStream(name)) {
      var bytes = Objects.requireNonNull(resource, name).readAllBytes();
      var font = Objects.requireNonNull(Font.loadFont(new ByteArrayInputStream(bytes), 12), name);
      return new FontFile(font.getFamily(), characters(ByteBuffer.wrap(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(int codePoint) {
    return characters.get(codePoint);
  }

  private static BitSet characters(ByteBuffer file) {
    var found = new BitSet();
    int tables = file.getShort(4);
    for (int i = 0; i < tables; i++) {
      int entry = 12 + 16 * i;
      if (file.getInt(entry) == CHARACTER_MAP) {
        characterMap(file, file.getInt(entry + 8), found);
      }
    }
    return found;
  }

  private static void characterMap(ByteBuffer file, int map, BitSet found) {
    int encodings = file.getShort(map + 2);
    for (int i = 0; i < encodings; i++) {
      int entry = map + 4 + 8 * i;
      int platform = file.getShort(entry);
      int table = map + file.getInt(entry + 4);
      if (platform == UNICODE || platform == WINDOWS) {
        switch (file.getShort(table)) {
          case 4 -> segments(file, table, found);
          case 12 -> groups(file, table, found);
          default -> {}
        }
      }
    }
  }

  /** Format 4: segments of the basic plane. */
  private static void segments(ByteBuffer file, int table, BitSet found) {
    int bytes = Short.toUnsignedInt(file.getShort(table + 6));
    for (int i = 0; i < bytes; i += 2) {
      int last = Short.toUnsignedInt(file.getShort(table + 14 + i));
      int first = Short.toUnsignedInt(file.getShort(table + 16 + bytes + i));
      if (first != 0xFFFF) {
        found.set(first, last + 1);
      }
    }
  }

  /** Format 12: groups of all planes. */
  private static void groups(ByteBuffer file, int table, BitSet found) {
    int count = file.getInt(table + 12);
    for (int i = 0; i < count; i++) {
      int group = table + 16 + 12 * i;
      found.set(file.getInt(group), file.getInt(group + 4) + 1);
    }
  }
}
