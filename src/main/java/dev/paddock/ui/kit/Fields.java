package dev.paddock.ui.kit;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Inputs of a form: a name, the field, what is wrong with it. */
public final class Fields {
  private Fields() {}

  /** A field; the name is for screen readers. */
  public static TextField text(String id, String name) {
    var field = new TextField();
    field.setId(id);
    field.setAccessibleText(name);
    return field;
  }

  /** Says what is wrong with a field; takes no room while nothing is. */
  public static Label problem(String id) {
    var label = Labels.small("");
    label.setId(id);
    label.getStyleClass().add("problem");
    return label;
  }

  /** A name over what belongs to it. */
  public static VBox group(String name, Node... nodes) {
    var group = Layout.column(7, Labels.strong(name));
    group.getChildren().addAll(nodes);
    return group;
  }

  /** Keeps a field, its value and its problem together. */
  public static void bind(
      Lifetime lifetime,
      TextField field,
      StringProperty value,
      Label problem,
      ObservableValue<String> error) {
    lifetime.bindBoth(field.textProperty(), value);
    lifetime.watch(
        error,
        text -> {
          problem.setText(text);
          Layout.show(problem, !text.isEmpty());
        });
  }
}
