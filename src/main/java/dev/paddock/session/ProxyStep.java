package dev.paddock.session;

import dev.paddock.base.ExplainedException;
import dev.paddock.credential.Placeholders;
import dev.paddock.lima.ReverseForward;
import dev.paddock.proxy.ProxyListener;
import dev.paddock.proxy.connect.ListenAddress;
import dev.paddock.proxy.rule.SessionPolicy;
import dev.paddock.session.guest.GuestPaths;
import dev.paddock.session.guest.ProxyAccess;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the session's own listener of the proxy, with its own placeholders and authority. */
final class ProxyStep implements Step {
  private final SessionPolicy policy;
  private final Proxies proxies;
  private final RunFolder folder;
  private final RequestRecorder requests;
  private @Nullable LoginWatch logins;
  private @Nullable ProxyListener listener;

  ProxyStep(SessionPolicy policy, Proxies proxies, RunFolder folder, RequestRecorder requests) {
    this.policy = policy;
    this.proxies = proxies;
    this.folder = folder;
    this.requests = requests;
  }

  @Override
  public StepName name() {
    return StepName.PROXY;
  }

  @Override
  public void run(Consumer<String> progress) throws ExplainedException {
    // An agent can use a login without its placeholder too, so it gets no more than it needs.
    var credentials = new HashMap<>(proxies.credentials());
    credentials.keySet().retainAll(policy.logins());
    var access = requests.access(proxies.placeholders(), credentials, policy);
    listener = proxies.server().listen(new ListenAddress.UnixSocket(folder.proxy()), access);
    listener.answerNames(new ListenAddress.UnixSocket(folder.names()));
    logins =
        new LoginWatch(
            policy.logins(), proxies.troubles(), requests.notices(), InstantSource.system());
  }

  @Override
  public void undo() {
    if (logins != null) {
      logins.close();
    }
    if (listener != null) {
      listener.close();
    }
    requests.close();
  }

  /** What the guest's own loopback leads to. */
  List<ReverseForward> forwards() {
    return List.of(
        new ReverseForward(GuestPaths.PROXY_PORT, folder.proxy()),
        new ReverseForward(GuestPaths.NAMES_PORT, folder.names()));
  }

  Placeholders placeholders() {
    return opened().placeholders();
  }

  /** How programs in the guest reach the listener, at the guest's end of the ssh channel. */
  ProxyAccess access() {
    var proxy = opened();
    var url =
        "http://" + proxy.user() + ":" + proxy.secret() + "@127.0.0.1:" + GuestPaths.PROXY_PORT;
    return new ProxyAccess(url, proxy.caPem());
  }

  private ProxyListener opened() {
    if (listener == null) {
      throw new IllegalStateException("the proxy is not open");
    }
    return listener;
  }
}
