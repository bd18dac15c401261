package dev.paddock.app;

import dev.paddock.ui.error.UncaughtErrors;
import dev.paddock.ui.home.RecentProjects;
import dev.paddock.ui.kit.Appearance;
import dev.paddock.ui.kit.Background;
import dev.paddock.ui.kit.FxDesktop;
import dev.paddock.ui.kit.FxThread;
import dev.paddock.ui.kit.FxTimer;
import dev.paddock.ui.window.PaddockWindow;
import dev.paddock.ui.window.WindowParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life: made, shown, handed folders by later starts, closed. */
public final class PaddockApp extends Application {
  private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

  private static final Logger LOG = LoggerFactory.getLogger(PaddockApp.class);

  private final Parts parts = Main.parts();
  private final UncaughtErrors errors = new UncaughtErrors();
  private final Executor ui = new FxThread(errors);
  private final CompletableFuture<Stage> shown = new CompletableFuture<>();
  private @Nullable SingleInstance instance;
  private @Nullable PaddockWindow window;

  /** Not on the FX thread: a window that is there already may take its time to answer. */
  @Override
  public void init() throws IOException, InterruptedException {
    instance =
        SingleInstance.claim(
                parts.folders().run(),
                request(),
                folder -> shown.thenAccept(stage -> ui.execute(() -> open(stage, folder))))
            .orElse(null);
  }

  @Override
  public void start(Stage stage) throws Exception {
    if (instance == null) {
      Platform.exit();
      return;
    }
    Thread.setDefaultUncaughtExceptionHandler(errors);
    show(stage);
    open(stage, request());
    shown.complete(stage);
  }

  @Override
  public void stop() throws IOException {
    if (window != null) {
      window.close();
    }
    if (instance != null) {
      instance.close();
    }
  }

  private void show(Stage stage) throws Exception {
    var scheme = Platform.getPreferences().colorSchemeProperty();
    new Appearance(scheme).install();
    var background = new Background(Executors.newVirtualThreadPerTaskExecutor(), ui);
    var sessions = parts.sessions();
    background.run(
        sessions::recover, removed -> {}, e -> LOG.warn("Old sessions are not removed: {}", e));
    background.run(
        parts.templateCleanup()::run,
        removed -> {},
        e -> LOG.warn("Old template builds are not removed: {}", e));
    var windowParts =
        new WindowParts(
            sessions,
            parts.agents(),
            new RecentProjects(
                parts.folders().state().resolve("recent-projects.json"), InstantSource.system()),
            parts.templates()::current,
            new DoctorChecks(parts.doctor()),
            new WizardBuilds(parts.templateBuilder()),
            new JediTermPanes(scheme, parts.environment(), Main.version(), ui),
            parts.folders().state().resolve("logs"));
    var opened =
        new PaddockWindow(
            windowParts,
            background,
            new FxTimer(InstantSource.system(), ui),
            new FxDesktop(stage, getHostServices()),
            errors);
    window = opened;
    var scene = new Scene(opened.root(), 1180, 780);
    Appearance.style(scene);
    stage.setTitle("Paddock");
    for (var size : ICON_SIZES) {
      var icon = PaddockApp.class.getResourceAsStream("icon-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
    stage.setScene(scene);
    stage.setMinWidth(820);
    stage.setMinHeight(560);
    stage.setOnCloseRequest(event -> {
      event.consume();
      opened.requestClose(Platform::exit);
    });
    opened.open();
    stage.show();
  }

  private void open(Stage stage, String folder) {
    stage.toFront();
    stage.requestFocus();
    if (window != null && !folder.isEmpty()) {
      window.openLaunch(List.of(Path.of(folder)), Optional.empty());
    }
  }

  /** The folder that this start was asked to open, absolute, or empty. */
  private String request() {
    var words = getParameters().getRaw();
    return words.isEmpty() ? "" : Path.of(words.getFirst()).toAbsolutePath().normalize().toString();
  }
}
