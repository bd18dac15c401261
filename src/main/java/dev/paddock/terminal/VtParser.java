package dev.paddock.terminal;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into text, controls, escape and control sequences and command strings, as
 * a DEC terminal does. Reads may be split at any byte; memory is constant; any input is fine.
 *
 * <p>C1 controls are not honoured: as single bytes they are not UTF-8, as characters most terminals
 * ignore them. Strings of the kinds APC, PM and SOS are skipped.
 */
final class VtParser {
  /** Longer commands and device control strings are dropped whole. */
  static final int MAX_COMMAND = 8_192;

  /** The same for a text that is meant for the clipboard, as base64. */
  static final int MAX_CLIPBOARD = 64 + ClipboardWrites.MAX_BYTES / 3 * 4;

  private static final int ESC = 0x1B;
  private static final int BEL = 0x07;
  private static final int CAN = 0x18;
  private static final int SUB = 0x1A;
  private static final int DEL = 0x7F;

  private enum State {
    GROUND,
    ESCAPE,
    CONTROL_SEQUENCE,
    BAD_CONTROL_SEQUENCE,
    COMMAND,
    COMMAND_ESCAPE,
    SKIPPED_STRING,
    SKIPPED_STRING_ESCAPE
  }

  private final VtHandler handler;
  private final ControlSequence sequence = new ControlSequence();
  private final Utf8 utf8 = new Utf8();
  private byte[] command = new byte[MAX_COMMAND];
  private int commandLength;
  private boolean deviceControl;
  private int intermediate;
  private boolean tooManyIntermediates;
  private State state = State.GROUND;

  VtParser(VtHandler handler) {
    this.handler = handler;
  }

  void accept(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int i = offset;
    while (i < end) {
      if (state == State.GROUND && !utf8.pending()) {
        int to = i;
        while (to < end && bytes[to] >= 0x20 && bytes[to] != DEL) {
          to++;
        }
        if (to > i) {
          handler.ascii(bytes, i, to);
          i = to;
          continue;
        }
      }
      accept(bytes[i++] & 0xFF);
    }
  }

  private void accept(int b) {
    switch (state) {
      case GROUND -> ground(b);
      case ESCAPE -> escape(b);
      case CONTROL_SEQUENCE, BAD_CONTROL_SEQUENCE -> controlSequence(b);
      case COMMAND -> command(b);
      case SKIPPED_STRING -> skipped(b);
      case COMMAND_ESCAPE, SKIPPED_STRING_ESCAPE -> stringEscape(b);
    }
  }

  private void ground(int b) {
    if (b >= 0x80 || utf8.pending()) {
      switch (utf8.accept(b)) {
        case MORE -> {}
        case COMPLETE -> handler.character(utf8.codePoint());
        case INVALID -> handler.character(Utf8.REPLACEMENT);
        case INVALID_BEFORE -> {
          handler.character(Utf8.REPLACEMENT);
          ground(b);
        }
      }
    } else if (b < 0x20) {
      controlOrEscape(b);
    } else if (b != DEL) {
      handler.ascii(new byte[] {(byte) b}, 0, 1);
    }
  }

  /** A control inside or outside of a sequence: ESC begins anew, CAN and SUB give up. */
  private void controlOrEscape(int b) {
    switch (b) {
      case ESC -> {
        intermediate = 0;
        tooManyIntermediates = false;
        state = State.ESCAPE;
      }
      case CAN, SUB -> state = State.GROUND;
      case 0 -> {}
      default -> handler.control(b);
    }
  }

  private void escape(int b) {
    if (b < 0x20) {
      controlOrEscape(b);
    } else if (b < 0x30) {
      tooManyIntermediates |= intermediate != 0;
      intermediate = b;
    } else if (b >= DEL) {
      abandon(b);
    } else if (intermediate != 0 || !introducer(b)) {
      state = State.GROUND;
      if (!tooManyIntermediates) {
        handler.escape(intermediate, b);
      }
    }
  }

  private boolean introducer(int b) {
    switch (b) {
      case '[' -> {
        sequence.clear();
        state = State.CONTROL_SEQUENCE;
      }
      case ']', 'P' -> {
        commandLength = 0;
        deviceControl = b == 'P';
        state = State.COMMAND;
        if (command.length > MAX_COMMAND) {
          command = new byte[MAX_COMMAND];
        }
      }
      case 'X', '^', '_' -> state = State.SKIPPED_STRING;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void controlSequence(int b) {
    if (b < 0x20) {
      controlOrEscape(b);
    } else if (b > DEL) {
      abandon(b);
    } else if (b >= 0x40 && b < DEL) {
      boolean good = state == State.CONTROL_SEQUENCE;
      state = State.GROUND;
      if (good) {
        sequence.end(b);
        handler.control(sequence);
      }
    } else if (b < 0x40 && state == State.CONTROL_SEQUENCE && !parameter(b)) {
      state = State.BAD_CONTROL_SEQUENCE;
    }
  }

  private boolean parameter(int b) {
    if (b < 0x30) {
      boolean first = sequence.intermediate() == 0;
      sequence.intermediate(b);
      return first;
    }
    if (sequence.intermediate() != 0) {
      return false;
    }
    if (b <= '9') {
      sequence.digit(b - '0');
    } else if (b <= ';') {
      sequence.separator(b == ':');
    } else {
      boolean first = sequence.prefix() == 0 && !sequence.hasNumbers();
      sequence.prefix(b);
      return first;
    }
    return true;
  }

  private void command(int b) {
    switch (b) {
      case BEL -> {
        if (deviceControl) {
          keep(b);
        } else {
          endCommand();
        }
      }
      case ESC -> state = State.COMMAND_ESCAPE;
      case CAN, SUB -> state = State.GROUND;
      default -> keep(b);
    }
  }

  private void keep(int b) {
    int most = most();
    if (commandLength < most) {
      if (commandLength == command.length) {
        command = Arrays.copyOf(command, Math.min(most, 2 * command.length));
      }
      command[commandLength] = (byte) b;
    }
    // One more than fits marks a command that is too long.
    commandLength = Math.min(most + 1, commandLength + 1);
  }

  private int most() {
    boolean clipboard =
        !deviceControl
            && commandLength >= MAX_COMMAND
            && command[0] == '5'
            && command[1] == '2'
            && command[2] == ';';
    return clipboard ? MAX_CLIPBOARD : MAX_COMMAND;
  }

  private void skipped(int b) {
    switch (b) {
      case ESC -> state = State.SKIPPED_STRING_ESCAPE;
      case CAN, SUB -> state = State.GROUND;
      default -> {}
    }
  }

  /** After ESC in a string: a backslash ends it, anything else abandons it for a new sequence. */
  private void stringEscape(int b) {
    if (b != '\\') {
      controlOrEscape(ESC);
      accept(b);
    } else if (state == State.COMMAND_ESCAPE) {
      endCommand();
    } else {
      state = State.GROUND;
    }
  }

  private void endCommand() {
    state = State.GROUND;
    if (commandLength > most()) {
      return;
    }
    if (deviceControl) {
      handler.deviceControl(command, commandLength);
    } else {
      handler.systemCommand(command, commandLength);
    }
  }

  private void abandon(int b) {
    state = State.GROUND;
    if (b != DEL) {
      ground(b);
    }
  }
}
