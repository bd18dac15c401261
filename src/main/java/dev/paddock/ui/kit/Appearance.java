package dev.paddock.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Colours, fonts and our style sheet; light or dark as the system is, also when it changes. */
public final class Appearance {
  private static final List<String> FONTS =
      List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf");

  private final ObservableValue<ColorScheme> scheme;

  /** Follows a scheme, usually that of {@code Platform.getPreferences()}. */
  public Appearance(ObservableValue<ColorScheme> scheme) {
    this.scheme = scheme;
  }

  /** Loads the fonts and takes up the scheme for the whole application. FX thread. */
  public void install() {
    for (var font : FONTS) {
      try (var stream = Appearance.class.getResourceAsStream("fonts/" + font)) {
        Font.loadFont(Objects.requireNonNull(stream, font), 14);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    scheme.subscribe(now ->
        Application.setUserAgentStylesheet(
            (now == ColorScheme.DARK ? new PrimerDark() : new PrimerLight())
                .getUserAgentStylesheet()));
  }

  /** Gives a scene our style sheet. */
  public static void style(Scene scene) {
    var sheet = Objects.requireNonNull(Appearance.class.getResource("paddock.css"));
    scene.getStylesheets().add(sheet.toExternalForm());
  }
}
