import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Checks or rewrites the layout of every Java source below a folder: {@code Format check|write
 * DIR}.
 *
 * <p>Run by the build from source. It exists because Spotless runs inside Maven's own JVM, which
 * may be 17, where google-java-format cannot read Java 25.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    var write = args[0].equals("write");
    var formatter = new Formatter();
    var wrong = new ArrayList<Path>();
    try (var files = Files.walk(Path.of(args[1]))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var before = Files.readString(file);
        String after;
        try {
          var imports = RemoveUnusedImports.removeUnusedImports(before);
          after =
              formatter.formatSource(
                  ImportOrderer.reorderImports(imports, JavaFormatterOptions.Style.GOOGLE));
        } catch (Exception e) {
          System.err.println(file + ": " + e.getMessage());
          wrong.add(file);
          continue;
        }
        if (!after.equals(before)) {
          if (write) {
            Files.writeString(file, after);
          } else {
            wrong.add(file);
          }
        }
      }
    }
    if (!wrong.isEmpty()) {
      System.err.println("Not formatted (mvn process-sources -Dformat mends it):");
      wrong.forEach(f -> System.err.println("  " + f));
      System.exit(1);
    }
  }
}
