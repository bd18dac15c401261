package dev.paddock.app;

import dev.paddock.agent.Agents;
import dev.paddock.base.AppFolders;
import dev.paddock.base.ExplainedException;
import dev.paddock.base.HostCommands;
import dev.paddock.base.OperatingSystem;
import dev.paddock.base.Signal;
import dev.paddock.base.SystemTrust;
import dev.paddock.cli.CliParts;
import dev.paddock.cli.CommandLineConsole;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.CredentialStatus;
import dev.paddock.credential.Placeholders;
import dev.paddock.credential.RefreshOutcome;
import dev.paddock.credential.refresh.HostLogins;
import dev.paddock.credential.refresh.HostTools;
import dev.paddock.credential.refresh.RefreshMode;
import dev.paddock.credential.refresh.TokenClient;
import dev.paddock.doctor.Doctor;
import dev.paddock.lima.LimaHome;
import dev.paddock.lima.Limactl;
import dev.paddock.lima.QemuWrapper;
import dev.paddock.proxy.ProxyServer;
import dev.paddock.proxy.ProxySettings;
import dev.paddock.proxy.ProxySettingsException;
import dev.paddock.proxy.connect.DialPolicy;
import dev.paddock.proxy.connect.Resolver;
import dev.paddock.proxy.log.RequestLogs;
import dev.paddock.session.AgentConsole;
import dev.paddock.session.LaunchPlanner;
import dev.paddock.session.LocalSessions;
import dev.paddock.session.Proxies;
import dev.paddock.session.SessionHost;
import dev.paddock.session.Sessions;
import dev.paddock.template.BuildHost;
import dev.paddock.template.LimaTemplateBuilder;
import dev.paddock.template.TemplateBuilder;
import dev.paddock.template.TemplateCleanup;
import dev.paddock.template.TemplateStore;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The object graph of a process: every part is made here, by a plain constructor, when it is first
 * asked for. Closing it ends the proxy.
 */
final class Parts implements CliParts, Proxies, AutoCloseable {
  private final AppFolders folders;
  private final Map<String, String> environment;
  private final Agents agents = Agents.builtIn();
  private final HostCommands commands = new HostCommands();
  private final HostLogins logins;
  private final Map<CredentialKind, CredentialSource> credentials;
  private @Nullable ProxyServer server;
  private @Nullable Sessions sessions;
  private @Nullable Limactl limactl;
  private @Nullable OkHttpClient tokenClient;

  Parts(AppFolders folders, Map<String, String> environment) {
    this.folders = folders;
    this.environment = Map.copyOf(environment);
    this.logins =
        new HostLogins(
            folders,
            environment,
            new HostTools(commands, commands, this::tokenClient, Clock.systemUTC()),
            RefreshMode.of(environment.getOrDefault("PADDOCK_LOGIN_REFRESH", "")),
            OperatingSystem.current() == OperatingSystem.MAC);
    this.credentials = logins.sources();
  }

  AppFolders folders() {
    return folders;
  }

  Agents agents() {
    return agents;
  }

  Map<String, String> environment() {
    return environment;
  }

  TemplateStore templates() {
    return new TemplateStore(folders);
  }

  @Override
  public Map<CredentialKind, CredentialSource> credentials() {
    return credentials;
  }

  @Override
  public Placeholders placeholders() {
    return new Placeholders(new SecureRandom(), logins.codexAccount());
  }

  @Override
  public RequestLogs requestLogs() {
    return RequestLogs.of(environment, folders.state());
  }

  @Override
  public AgentConsole agentConsole() {
    return new CommandLineConsole(environment);
  }

  @Override
  public synchronized Sessions sessions() throws ExplainedException {
    if (sessions == null) {
      var settings = ProxySettings.fromEnvironment(environment);
      var planner = new LaunchPlanner(folders, templates(), credentials, upstream(settings));
      var host = new SessionHost(folders, limactl(), commands, commands);
      sessions = new LocalSessions(planner, host, this);
      new StopAtExit(sessions).install();
    }
    return sessions;
  }

  @Override
  public ProxyServer server() throws ExplainedException {
    return openProxy(null);
  }

  @Override
  public synchronized ProxyServer openProxy(@Nullable Path upstreamCa) throws ExplainedException {
    if (server == null) {
      var settings = ProxySettings.fromEnvironment(environment);
      logins.recover();
      server =
          new ProxyServer(
              upstreamCa == null ? settings : settings.withCa(upstreamCa),
              Resolver.system(),
              DialPolicy.publicOnly());
    }
    return server;
  }

  @Override
  public Map<CredentialKind, Signal<Optional<RefreshOutcome>>> troubles() {
    return logins.renewed().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().trouble()));
  }

  @Override
  public TemplateBuilder templateBuilder() throws ExplainedException {
    var host = new BuildHost(folders, environment, agents, limactl(), commands, commands);
    return new LimaTemplateBuilder(host, templates());
  }

  /** Removes what template builds left whose process died. */
  TemplateCleanup templateCleanup() throws ExplainedException {
    return new TemplateCleanup(folders, templates(), limactl());
  }

  @Override
  public Doctor doctor() throws ExplainedException {
    var login = Objects.requireNonNull(credentials.get(CredentialKind.CLAUDE));
    return new Doctor(
        folders,
        limactl(),
        commands,
        templates(),
        () -> CredentialStatus.of(CredentialKind.CLAUDE, login));
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  private static Optional<String> upstream(ProxySettings settings) {
    return Optional.ofNullable(settings.aiProxy()).map(proxy -> proxy.target().authority());
  }

  private synchronized OkHttpClient tokenClient() {
    if (tokenClient == null) {
      tokenClient = newTokenClient();
    }
    return tokenClient;
  }

  /** Through the user's proxy where that is spoken to in clear; OkHttp knows no other. */
  private OkHttpClient newTokenClient() {
    ProxySettings settings;
    try {
      settings = ProxySettings.fromEnvironment(environment);
    } catch (ProxySettingsException e) {
      throw new IllegalStateException("the proxy would not have been opened", e);
    }
    var trust = SystemTrust.loadWith(settings.extraCaFiles());
    var proxy = settings.aiProxy();
    return proxy == null || proxy.tls()
        ? TokenClient.direct(trust)
        : TokenClient.through(
            InetSocketAddress.createUnresolved(proxy.target().host(), proxy.target().port()),
            proxy.basic(),
            trust);
  }

  private synchronized Limactl limactl() throws ExplainedException {
    if (limactl == null) {
      var wrapper = new QemuWrapper(folders.state().resolve("bin"), environment);
      wrapper.install();
      limactl = new Limactl(commands, new LimaHome(folders.lima()), wrapper);
    }
    return limactl;
  }
}
