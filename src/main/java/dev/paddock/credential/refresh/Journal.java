package dev.paddock.credential.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paddock.base.AtomicFile;
import dev.paddock.base.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps an answer of the token endpoint from the moment it arrives until it is in the login's
 * place. Everything is prepared before the question is asked, so that only one write and one sync
 * lie between the answer and safety.
 */
final class Journal {
  private static final byte END = '\n';

  private final Path file;

  Journal(Path file) {
    this.file = file;
  }

  /** The first line: which tokens the question is asked with, and when. */
  private record Question(String access, String refresh, Instant asked) {}

  /** Opens the journal for the answer to a question that is about to be asked. */
  Opened begin(StoredLogin.Used used, Instant asked) throws IOException {
    var folder = AtomicFile.privateFolder(Objects.requireNonNull(file.getParent()));
    var question = new Question(used.access().text(), used.refresh().text(), asked);
    var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var opened = new Opened(channel);
    try (var parent = FileChannel.open(folder)) {
      opened.write(Json.mapper().writeValueAsBytes(question));
      opened.write(new byte[] {END});
      channel.force(true);
      parent.force(true);
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /** The answer that is in it; empty where there is none, or none whose question can be read. */
  Optional<PendingAnswer> pending() throws IOException {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      int end = 0;
      while (end < content.length && content[end] != END) {
        end++;
      }
      if (end == content.length) {
        // Killed while it was prepared: nothing was asked yet.
        return Optional.empty();
      }
      var question = Json.mapper().readValue(Arrays.copyOf(content, end), Question.class);
      var used = new StoredLogin.Used(new TokenId(question.access), new TokenId(question.refresh));
      return Optional.of(
          new PendingAnswer(
              used, question.asked, Arrays.copyOfRange(content, end + 1, content.length)));
    } catch (JsonProcessingException e) {
      // Nothing could be done with the answer, if there is one.
      return Optional.empty();
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Takes the answer. */
  static final class Opened implements AutoCloseable {
    private final FileChannel channel;

    private Opened(FileChannel channel) {
      this.channel = channel;
    }

    /** When this returns, the answer outlives the process and a power cut. */
    void keep(byte[] answer) throws IOException {
      write(answer);
      channel.force(true);
    }

    private void write(byte[] bytes) throws IOException {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
