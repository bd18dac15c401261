package dev.paddock.proxy.usage;

/**
 * What a provider says that one request took.
 *
 * @param input tokens that the model read, those from a cache included
 * @param output tokens that the model wrote
 */
public record Tokens(long input, long output) {}
