package dev.paddock.proxy.scrub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Takes a secret out of one answer's body while that streams by. Parts without it go on as they
 * are, at once; only bytes at a part's end that may be the beginning of the secret wait for the
 * next part. Used by one event loop.
 */
public final class BodyScrubber {
  private static final byte[] NONE = {};

  private final SecretForms forms;
  private final boolean keepsLength;
  private final Consumer<HttpContent> out;
  private byte[] held = NONE;
  private boolean found;

  /**
   * For one answer.
   *
   * @param keepsLength whether the head has told the body's length, so that what is put in the
   *     secret's place is cut or filled up to the secret's length
   * @param out takes the parts that go on
   */
  public BodyScrubber(SecretForms forms, boolean keepsLength, Consumer<HttpContent> out) {
    this.forms = forms;
    this.keepsLength = keepsLength;
    this.out = out;
  }

  /** Whether the secret was in the body so far. */
  public boolean found() {
    return found;
  }

  /** The body's next part, whose buffer is released or passed on. */
  public void take(HttpContent part) {
    boolean last = part instanceof LastHttpContent;
    var bytes = part.content();
    if (forms.isEmpty() || (held.length == 0 && !bytes.isReadable())) {
      out.accept(part);
      return;
    }
    if (held.length > 0) {
      resume(bytes, last);
    }
    scan(bytes, last);
    if (last || bytes.isReadable()) {
      out.accept(part);
    } else {
      part.release();
    }
  }

  /** Decides about the bytes that are held; takes what belongs to them from the part. */
  private void resume(ByteBuf bytes, boolean last) {
    // As much of the part as may belong to a secret that begins in the bytes that are held.
    int more = Math.min(bytes.readableBytes(), forms.longest() - 1);
    boolean all = more == bytes.readableBytes();
    int begun = held.length;
    var window = new byte[begun + more];
    System.arraycopy(held, 0, window, 0, begun);
    bytes.getBytes(bytes.readerIndex(), window, begun, more);
    held = NONE;
    var text = ByteBuffer.wrap(window);
    int done = 0;
    int at = forms.next(text, 0, window.length);
    while (at < begun) {
      var form = forms.whole(text, at, window.length);
      if (form != null) {
        pass(window, done, at);
        putStandIn(form);
        done = at + form.octets().length;
        at = forms.next(text, done, window.length);
      } else if (all && !last) {
        pass(window, done, at);
        hold(text, at, window.length);
        bytes.skipBytes(more);
        return;
      } else {
        at = forms.next(text, at + 1, window.length);
      }
    }
    pass(window, done, begun);
    bytes.skipBytes(Math.max(0, done - begun));
  }

  /** Leaves in the part what is to go on as its end. */
  private void scan(ByteBuf bytes, boolean last) {
    var text = bytes.nioBuffer();
    int zero = text.position();
    int end = text.limit();
    int done = zero;
    int at = forms.next(text, zero, end);
    while (at < end) {
      var form = forms.whole(text, at, end);
      if (form != null) {
        pass(bytes, at - done);
        putStandIn(form);
        done = at + form.octets().length;
        bytes.skipBytes(form.octets().length);
        at = forms.next(text, done, end);
      } else if (last) {
        at = forms.next(text, at + 1, end);
      } else {
        hold(text, at, end);
        bytes.writerIndex(bytes.writerIndex() - held.length);
        return;
      }
    }
  }

  private void hold(ByteBuffer text, int at, int end) {
    held = new byte[end - at];
    text.get(at, held);
  }

  private void putStandIn(SecretForm form) {
    found = true;
    put(keepsLength ? form.standInOfSameLength() : form.standIn());
  }

  private void pass(byte[] window, int from, int to) {
    if (to > from) {
      out.accept(content(Unpooled.copiedBuffer(window, from, to - from)));
    }
  }

  private void pass(ByteBuf bytes, int length) {
    if (length > 0) {
      out.accept(content(bytes.readRetainedSlice(length)));
    }
  }

  private void put(byte[] standIn) {
    if (standIn.length > 0) {
      out.accept(content(Unpooled.wrappedBuffer(standIn)));
    }
  }

  private static HttpContent content(ByteBuf bytes) {
    return new DefaultHttpContent(bytes);
  }
}
