package dev.paddock.doctor;

import dev.paddock.base.ExplainedException;
import dev.paddock.lima.Limactl;

/** Lima is there, new enough, and answers. */
record LimaCheck(Limactl limactl) implements Check {

  @Override
  public String id() {
    return "lima";
  }

  @Override
  public String title() {
    return "Lima";
  }

  @Override
  public Finding look() throws ExplainedException, InterruptedException {
    var version = limactl.requireSupported();
    var count = limactl.list().size();
    return Finding.ok(id(), title(), "Lima " + version + ", " + count + " VMs of Paddock's own.");
  }
}
