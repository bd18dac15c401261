package dev.paddock.proxy;

import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to leave, followed by its body's parts.
 *
 * @param put the credential that is on it, or null
 */
record Outbound(HttpRequest request, Route route, @Nullable PutCredential put) {}
