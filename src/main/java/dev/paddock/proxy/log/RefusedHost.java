package dev.paddock.proxy.log;

/**
 * A host that a session was kept from.
 *
 * @param host safe to show; empty for requests that name none
 * @param count how often
 */
public record RefusedHost(String host, long count) {}
