package dev.paddock.cli;

import dev.paddock.base.ExplainedException;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.Placeholders;
import dev.paddock.doctor.Doctor;
import dev.paddock.proxy.ProxyServer;
import dev.paddock.proxy.log.RequestLogs;
import dev.paddock.session.AgentConsole;
import dev.paddock.session.Sessions;
import dev.paddock.template.TemplateBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What commands work with; made when a command asks for it, so that a quick one stays quick. */
public interface CliParts {
  /** The sessions of this user. */
  Sessions sessions() throws ExplainedException;

  /** The terminal that agents run on. */
  AgentConsole agentConsole();

  /** Builds templates. */
  TemplateBuilder templateBuilder() throws ExplainedException;

  /** Checks the machine. */
  Doctor doctor() throws ExplainedException;

  /**
   * The process's proxy, made now; ended with the process.
   *
   * @param upstreamCa a further authority to trust, or null
   * @throws ExplainedException where its settings cannot be used
   */
  ProxyServer openProxy(@Nullable Path upstreamCa) throws ExplainedException;

  /** Where requests are written down. */
  RequestLogs requestLogs();

  /** New stand-ins for the credentials. */
  Placeholders placeholders();

  /** Where the host's credentials come from. */
  Map<CredentialKind, CredentialSource> credentials();
}
