package dev.paddock.proxy;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.Queue;

/** Writes answers; one to HEAD has no body whatever its headers say. */
final class ResponseEncoder extends HttpResponseEncoder {
  private final Queue<HttpMethod> methods;

  ResponseEncoder(Queue<HttpMethod> methods) {
    this.methods = methods;
  }

  @Override
  protected boolean isContentAlwaysEmpty(HttpResponse response) {
    if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      return super.isContentAlwaysEmpty(response);
    }
    return HttpMethod.HEAD.equals(methods.poll()) || super.isContentAlwaysEmpty(response);
  }
}
