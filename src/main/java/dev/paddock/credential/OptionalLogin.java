package dev.paddock.credential;

/** A file of another program's that may hold a credential, and is in order without one. */
record OptionalLogin(CredentialSource file) implements CredentialSource {

  @Override
  public CredentialState current() {
    var state = file.current();
    return state instanceof CredentialState.Malformed malformed
        ? new CredentialState.Absent(malformed.place() + ": " + malformed.problem())
        : state;
  }
}
