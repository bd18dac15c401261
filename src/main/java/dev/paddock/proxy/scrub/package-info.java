/**
 * Takes a credential that is on a request out of the answer, while that streams by.
 *
 * <p>An answer may repeat the request: a debugging endpoint, an error that quotes a header. So the
 * credential of the request is looked for, in headers, body and trailers, as it is and in Base64. A
 * body in chunks, or one that ends with its connection, gets the placeholder; one whose head has
 * told its length gets as many bytes as were there, because the head has left by then and a head
 * without a length would take the progress of every download away.
 *
 * <p>Not found: a secret in a body that the server compressed although it was asked not to ({@link
 * dev.paddock.proxy.scrub.TokenPaths}), one that was cut by a range request, and one after a change
 * to WebSocket. The servers are the providers themselves, who have the credential anyway: this is
 * against echoes, not against a server that hides them.
 *
 * <p>New tokens cannot be found, as nobody knows them before, so they are kept from being made. A
 * refresh of the host's login is answered by the proxy itself; one that is forwarded is the guest's
 * own, with the guest's own tokens in the answer. An exchange of tokens names the old one in its
 * body, where placeholders are not replaced. Calls by which a credential on the head makes another
 * one (a key, a short-lived token, a registration) are refused: {@code rule.NewCredentials}.
 */
@NullMarked
package dev.paddock.proxy.scrub;

import org.jspecify.annotations.NullMarked;
