package dev.paddock.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {
      "Paddock " + (version == null ? "(development)" : version),
      "Java " + Runtime.version().feature()
    };
  }
}
