package dev.paddock.doctor;

import dev.paddock.base.AppFolders;
import dev.paddock.base.Commands;
import dev.paddock.base.ExplainedException;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.lima.Limactl;
import dev.paddock.template.TemplateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Looks at all that Paddock needs, side by side; nothing that hangs holds the others up. */
public final class Doctor {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final List<Check> checks;
  private final Duration limit;

  /** A doctor for this machine. */
  public Doctor(
      AppFolders folders,
      Limactl limactl,
      Commands commands,
      TemplateStore templates,
      Supplier<CredentialStatus> login) {
    this(
        List.of(
            new LimaCheck(limactl),
            new QemuCheck(commands),
            new AccelerationCheck(),
            new DiskCheck(folders),
            new TemplateCheck(templates),
            new LoginCheck(login)),
        LIMIT);
  }

  Doctor(List<Check> checks, Duration limit) {
    this.checks = List.copyOf(checks);
    this.limit = limit;
  }

  /** What was found, in a fixed order; blocks for at most twenty seconds. */
  public List<Finding> examine() throws InterruptedException {
    var deadline = System.nanoTime() + limit.toNanos();
    var findings = new ArrayList<Finding>();
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var running = checks.stream().map(c -> executor.submit(() -> look(c))).toList();
      for (int i = 0; i < checks.size(); i++) {
        findings.add(await(checks.get(i), running.get(i), deadline));
      }
    } finally {
      executor.shutdownNow();
    }
    return findings;
  }

  private Finding await(Check check, Future<Finding> running, long deadline)
      throws InterruptedException {
    try {
      return running.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      return new Finding(
          check.id(),
          check.title(),
          Finding.Status.FAIL,
          "No answer within " + limit.toSeconds() + " s.",
          "Something hangs; try the tool by hand, then check again.",
          "");
    } catch (ExecutionException e) {
      return new Finding(
          check.id(),
          check.title(),
          Finding.Status.FAIL,
          "The check itself failed: " + e.getCause() + ".",
          "Please report this.",
          "");
    }
  }

  private static Finding look(Check check) throws InterruptedException {
    try {
      return check.look();
    } catch (ExplainedException e) {
      var error = e.explain();
      var text = error.why().isEmpty() ? error.what() : error.what() + " " + error.why();
      return new Finding(check.id(), check.title(), Finding.Status.FAIL, text, error.fix(), "");
    }
  }
}
