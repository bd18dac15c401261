package dev.paddock.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Finds the programs that tests with real clients run. */
final class RealClient {
  private RealClient() {}

  /**
   * The program that a variable of {@code src/test/lab} names, or a skip with its reason; a failure
   * where {@code PADDOCK_REQUIRE=vm}.
   */
  static String named(String variable) {
    var program = System.getenv(variable);
    if (program == null) {
      throw skip(variable + " is not set; src/test/lab/lab setup gets the programs");
    }
    return program;
  }

  /** A program of the system, with the same rules. */
  static String installed(String program) {
    var path = Path.of("/usr/bin", program);
    if (!Files.isExecutable(path)) {
      throw skip("there is no " + path);
    }
    return path.toString();
  }

  private static TestAbortedException skip(String missing) {
    var reason = "no test of a real client: " + missing;
    assertThat(System.getenv("PADDOCK_REQUIRE")).as(reason).isNotEqualTo("vm");
    System.out.println(reason);
    return new TestAbortedException(reason);
  }
}
