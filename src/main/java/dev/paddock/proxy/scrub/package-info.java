/**
 * Takes real credentials out of answers' bodies while those stream by: an answer may echo the
 * request that carried one.
 *
 * <p>What is compressed is not looked into; on paths whose answers are about tokens the proxy
 * therefore asks servers not to compress. After a change to WebSocket nothing is searched.
 */
@NullMarked
package dev.paddock.proxy.scrub;

import org.jspecify.annotations.NullMarked;
