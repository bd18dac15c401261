package dev.paddock.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Pictures of the window for people to look at: light and dark, at 100 % and 200 %. */
public final class Shots {
  private static final Path FOLDER = Path.of("target", "shots");

  private Shots() {}

  /** Takes four pictures of what is shown; not on the FX thread. */
  public static void take(String name, Scene scene, ObjectProperty<ColorScheme> scheme)
      throws IOException {
    for (var colours : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
      Fx.run(() -> scheme.set(colours));
      // The style sheet is taken up in the next pulses.
      Fx.run(() -> scene.getRoot().applyCss());
      var look = colours == ColorScheme.DARK ? "dark" : "light";
      save(name + "-" + look, picture(scene, 1));
      save(name + "-" + look + "-200", picture(scene, 2));
    }
  }

  private static WritableImage picture(Scene scene, double scale) {
    return Fx.get(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      var how = new SnapshotParameters();
      how.setTransform(new Scale(scale, scale));
      how.setFill(scene.getFill());
      return scene.getRoot().snapshot(how, null);
    });
  }

  private static void save(String name, WritableImage image) throws IOException {
    Files.createDirectories(FOLDER);
    ImageIO.write(
        SwingFXUtils.fromFXImage(image, null), "png", FOLDER.resolve(name + ".png").toFile());
  }
}
