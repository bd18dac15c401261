package dev.paddock.session;

import dev.paddock.lima.OverlayClone;
import dev.paddock.project.RuntimeScripts;
import java.util.List;

/**
 * What a start consists of, in order.
 *
 * @param stages to be carried out one after another
 * @param agent to be run when all of them are done
 */
record SessionSteps(List<Stage> stages, AgentRun agent) {

  static SessionSteps of(
      LiveSession session,
      SessionHost host,
      Proxies proxies,
      RuntimeScripts scripts,
      AgentConsole console,
      ScriptApproval approval) {
    var plan = session.plan();
    var id = plan.id();
    var run = RunFolder.of(host.folders().run(), id);
    var folders = SharedFolders.of(plan);
    var overlay = new OverlayClone(host.commands(), host.limactl());

    var requests =
        new RequestRecorder(
            new NoticeTranslator(id, session::notice),
            session.requests(),
            proxies.requestLogs().open(id.name()));

    var lease = new LeaseStep(plan, host, run, new ControlAnswers(session, requests));
    var proxy = new ProxyStep(plan.network().policy(), proxies, run, requests);
    var clone = new CloneStep(plan, host.limactl(), overlay, folders);
    var boot = new BootStep(id, host.limactl());
    var connect = new ConnectStep(id, host, proxy, boot);
    var prepare =
        new PrepareStep(
            plan,
            host,
            proxy,
            connect,
            new RuntimeApproval(scripts, approval),
            console.guestEnvironment());
    return new SessionSteps(
        List.of(
            Stage.of(lease),
            Stage.of(clone),
            Stage.of(proxy, boot),
            Stage.of(connect),
            Stage.of(prepare)),
        new TerminalRun(id, connect, console));
  }
}
