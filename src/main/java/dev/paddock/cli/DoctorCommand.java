package dev.paddock.cli;

import dev.paddock.base.ExitCode;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.Json;
import dev.paddock.doctor.Doctor;
import dev.paddock.doctor.Finding;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code paddock doctor}: what Paddock needs, what is there, and how to get what is not. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks what Paddock needs on this machine.")
final class DoctorCommand implements Callable<Integer> {
  private final Part<Doctor> doctor;
  private final Console console;

  @Option(names = "--json", description = "Prints JSON for programs.")
  private boolean json;

  DoctorCommand(Part<Doctor> doctor, Console console) {
    this.doctor = doctor;
    this.console = console;
  }

  @Override
  public Integer call() throws ExplainedException, InterruptedException, IOException {
    var findings = doctor.get().examine();
    if (json) {
      console
          .out()
          .println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
    } else {
      findings.forEach(this::print);
    }
    return findings.stream().anyMatch(f -> f.status() == Finding.Status.FAIL)
        ? ExitCode.UNAVAILABLE.number()
        : ExitCode.OK.number();
  }

  private void print(Finding finding) {
    var mark =
        switch (finding.status()) {
          case OK -> "✓";
          case WARN -> "!";
          case FAIL -> "✗";
        };
    console.out().println(mark + " " + finding.title() + ": " + finding.text());
    if (!finding.fix().isEmpty()) {
      console.out().println("    " + finding.fix());
    }
    if (!finding.command().isEmpty()) {
      console.out().println("    $ " + finding.command());
    }
  }
}
