package dev.paddock.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Git repositories over https, served by git's own program for web servers. */
public final class FakeGitHub implements Site {
  private static final String BACKEND = "/usr/lib/git-core/git-http-backend";

  private final Path root;
  private final Tokens accepted;

  /**
   * Serves the bare repositories below a folder.
   *
   * @param accepted who else comes is asked for a login, as at a private repository
   */
  public FakeGitHub(Path root, Tokens accepted) {
    this.root = root;
    this.accepted = accepted;
  }

  @Override
  public SiteAnswer answer(SiteRequest request) throws IOException {
    if (!accepted.has(request.token())) {
      return SiteAnswer.json(401, "{}").with("www-authenticate", "Basic realm=\"GitHub\"");
    }
    var builder = new ProcessBuilder(BACKEND);
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_PROJECT_ROOT", root.toString(),
                "GIT_HTTP_EXPORT_ALL", "1",
                "REMOTE_USER", "dev",
                "REQUEST_METHOD", request.method(),
                "PATH_INFO", withGit(request.path()),
                "QUERY_STRING", request.query(),
                "CONTENT_TYPE", request.header("content-type"),
                "CONTENT_LENGTH", String.valueOf(request.body().length()),
                "HTTP_CONTENT_ENCODING", request.header("content-encoding"),
                "GIT_PROTOCOL", request.header("git-protocol")));
    var process = builder.start();
    Thread.startVirtualThread(() -> feed(process, request.body()));
    return parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
  }

  /** GitHub takes a repository's name with and without its ending. */
  private static String withGit(String path) {
    return path.replaceFirst("^(/[^/]+/[^/]+?)(\\.git)?(/.*)$", "$1.git$3");
  }

  private static void feed(Process process, String body) {
    try (var in = process.getOutputStream()) {
      in.write(body.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // It has ended early, and its answer says why.
    }
  }

  private static SiteAnswer parse(String output) {
    int end = output.indexOf("\r\n\r\n");
    int status = 200;
    var headers = new HashMap<String, String>();
    for (var line : output.substring(0, end).split("\r\n", -1)) {
      var parts = line.split(": ", 2);
      if (parts[0].equals("Status")) {
        status = Integer.parseInt(parts[1].substring(0, 3));
      } else {
        headers.put(parts[0], parts[1]);
      }
    }
    return new SiteAnswer(status, headers, output.substring(end + 4));
  }
}
