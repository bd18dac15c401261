package dev.paddock.session.guest;

/**
 * Who the host's git says that the person is.
 *
 * @param name of {@code user.name}, may be empty
 * @param email of {@code user.email}, may be empty
 */
public record GitIdentity(String name, String email) {}
