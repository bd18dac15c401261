package dev.paddock.credential.refresh;

import dev.paddock.base.AppFolders;
import dev.paddock.credential.ClaudeLogin;
import dev.paddock.credential.CodexAccount;
import dev.paddock.credential.CodexLogin;
import dev.paddock.credential.CopilotLogin;
import dev.paddock.credential.CredentialKind;
import dev.paddock.credential.CredentialSource;
import dev.paddock.credential.FirstOf;
import dev.paddock.credential.Keychain;
import dev.paddock.credential.KeychainLogin;
import dev.paddock.credential.OpenAiKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The logins that this machine has, those of providers that allow it renewed. Making it reads
 * nothing but variables; one per process.
 */
public final class HostLogins {
  /** Killed in the middle of a renewal a program may lose the login, so it gets much more time. */
  private static final Duration CLI_LIMIT = Duration.ofMinutes(2);

  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

  private final AppFolders folders;
  private final Map<String, String> environment;
  private final HostTools tools;
  private final RefreshMode mode;
  private final CodexLogin codex;
  private final RefreshingLogin claudeLogin;
  private final RefreshingLogin codexLogin;

  /**
   * The logins of the user with these folders.
   *
   * @param environment of this process
   * @param mac whether Claude Code keeps its login in the Keychain first
   */
  public HostLogins(
      AppFolders folders,
      Map<String, String> environment,
      HostTools tools,
      RefreshMode mode,
      boolean mac) {
    this.folders = folders;
    this.environment = Map.copyOf(environment);
    this.tools = tools;
    this.mode = mode;
    codex = new CodexLogin(codexFile(), tools.clock());
    claudeLogin = mac ? claudeInKeychain() : claudeInFile();
    codexLogin =
        login(
            codex,
            StoredLogin.codex(new FileStore(codexFile())),
            TokenEndpoint.codex(),
            ProviderLock.NONE,
            ProviderProgram.codex());
  }

  /** All of them; the same objects each time. */
  public Map<CredentialKind, CredentialSource> sources() {
    return Map.of(
        CredentialKind.CLAUDE,
        claudeLogin,
        CredentialKind.CODEX,
        codexLogin,
        CredentialKind.OPENAI,
        new OpenAiKey(environment, codexFile(), tools.clock()),
        CredentialKind.COPILOT,
        new CopilotLogin(environment, folders.home(), tools.clock()));
  }

  /** Those that are renewed, whose {@link RefreshingLogin#trouble} is worth watching. */
  public Map<CredentialKind, RefreshingLogin> renewed() {
    return Map.of(CredentialKind.CLAUDE, claudeLogin, CredentialKind.CODEX, codexLogin);
  }

  /** What Codex in a VM has to know of the host's ChatGPT account. */
  public CodexAccount codexAccount() {
    return codex.account();
  }

  /** Finishes behind what killed processes began, and begins to read; call it once, early. */
  public void recover() {
    renewed().values().forEach(RefreshingLogin::firstRead);
    renewed().values().forEach(RefreshingLogin::recover);
  }

  private RefreshingLogin claudeInFile() {
    var file = ClaudeLogin.file(folders.home());
    return claude(new ClaudeLogin(file, tools.clock()), new FileStore(file));
  }

  private RefreshingLogin claudeInKeychain() {
    var file = ClaudeLogin.file(folders.home());
    var item = Keychain.claude(tools.rawCommands(), environment.getOrDefault("USER", "unknown"));
    var database = KeychainLogin.database(folders.home());
    var inKeychain =
        new KeychainLogin(item, database, tools.clock(), task -> Thread.ofVirtual().start(task));
    return claude(
        new FirstOf(inKeychain, new ClaudeLogin(file, tools.clock())),
        new FallbackStore(new KeychainStore(item), new FileStore(file)));
  }

  private RefreshingLogin claude(CredentialSource source, LoginStore store) {
    var folder = folders.home().resolve(".claude");
    return login(
        source,
        StoredLogin.claude(store),
        TokenEndpoint.claude(),
        new ClaudeLock(folder, LOCK_PATIENCE, tools.clock()),
        ProviderProgram.claude());
  }

  private RefreshingLogin login(
      CredentialSource source,
      StoredLogin stored,
      TokenEndpoint endpoint,
      ProviderLock lock,
      ProviderProgram program) {
    var files = RefreshFiles.of(folders.state(), program.name(), stored.place());
    var builtIn = new BuiltIn(stored, endpoint, tools.client(), lock, files, tools.clock());
    var cli = new ProviderCli(program, tools.commands(), environment, files, CLI_LIMIT);
    Refresher refresher = mode == RefreshMode.BUILTIN ? builtIn : new CliOrBuiltIn(cli, builtIn);
    return new RefreshingLogin(source, stored, refresher, files, tools.clock());
  }

  private Path codexFile() {
    return CodexLogin.file(environment, folders.home());
  }
}
