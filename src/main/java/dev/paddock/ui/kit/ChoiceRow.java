package dev.paddock.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/**
 * Buttons in a row, or more rows where there is not room enough, one of which is always chosen. FX
 * thread only.
 *
 * @param <T> what is chosen
 */
public final class ChoiceRow<T> {
  private static final double NARROWEST = 160;

  private final List<T> options;
  private final ToggleGroup group = new ToggleGroup();
  private final FlowPane root = new FlowPane(8, 8);

  /**
   * A row of these options; nothing is chosen yet.
   *
   * @param button makes an option's button, with its id and its texts
   */
  public ChoiceRow(List<T> options, Function<? super T, ToggleButton> button) {
    this.options = List.copyOf(options);
    // As narrow as whatever holds it wants: the width that it gets decides on the rows.
    root.setPrefWrapLength(NARROWEST);
    for (var option : this.options) {
      var made = button.apply(option);
      made.setToggleGroup(group);
      made.setMinWidth(Region.USE_PREF_SIZE);
      made.getStyleClass().add("choice");
      root.getChildren().add(made);
    }
  }

  /** The row, always the same. */
  public Region root() {
    return root;
  }

  /** Keeps the row and the value together. */
  public void bind(Lifetime lifetime, ObjectProperty<T> value) {
    lifetime.watch(
        value, chosen -> group.selectToggle(group.getToggles().get(options.indexOf(chosen))));
    var subscription =
        group
            .selectedToggleProperty()
            .subscribe((before, now) -> {
              if (now != null) {
                value.set(options.get(group.getToggles().indexOf(now)));
              } else if (before != null) {
                // A choice stays made: pressing the chosen one again changes nothing.
                before.setSelected(true);
              }
            });
    lifetime.add(subscription::unsubscribe);
  }
}
