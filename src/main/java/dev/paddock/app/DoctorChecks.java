package dev.paddock.app;

import dev.paddock.doctor.Doctor;
import dev.paddock.doctor.Finding;
import dev.paddock.ui.wizard.SetupCheck;
import dev.paddock.ui.wizard.SetupChecks;
import java.util.List;
import java.util.Optional;

/** The doctor as the wizard's first page knows it; the template is what the wizard is about. */
record DoctorChecks(Doctor doctor) implements SetupChecks {
  private static final String TEMPLATE = "template";

  @Override
  public List<SetupCheck> run() throws InterruptedException {
    return doctor.examine().stream()
        .filter(f -> !f.id().equals(TEMPLATE))
        .map(DoctorChecks::check)
        .toList();
  }

  private static SetupCheck check(Finding finding) {
    var result =
        switch (finding.status()) {
          case OK -> SetupCheck.Result.OK;
          case WARN -> SetupCheck.Result.WARNING;
          case FAIL -> SetupCheck.Result.FAILED;
        };
    return new SetupCheck(
        finding.id(),
        finding.title(),
        result,
        finding.text(),
        finding.fix(),
        Optional.of(finding.command()).filter(c -> !c.isEmpty()));
  }
}
