package dev.paddock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;

class LifetimeTest {
  private final Lifetime lifetime = new Lifetime();

  @Test
  void closesWhatItOwnsLastFirstAndOnce() {
    var closed = new ArrayList<String>();
    lifetime.add(() -> closed.add("first"));
    lifetime.add(() -> closed.add("second"));
    lifetime.close();
    lifetime.close();
    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void closesAtOnceWhatComesTooLate() {
    lifetime.close();
    var closed = new ArrayList<String>();
    lifetime.add(() -> closed.add("late"));
    assertThat(closed).containsExactly("late");
  }

  @Test
  void nothingIsHeardAfterTheEnd() {
    var text = new SimpleStringProperty("a");
    var list = FXCollections.observableArrayList("x");
    var heard = new ArrayList<String>();
    var target = new SimpleStringProperty();
    lifetime.watch(text, heard::add);
    lifetime.onChange(text, () -> heard.add("changed"));
    lifetime.watchList(list, () -> heard.add("list"));
    lifetime.bind(target, text);
    text.set("b");
    list.add("y");
    lifetime.close();
    text.set("c");
    list.add("z");
    assertThat(heard).containsExactly("a", "list", "b", "changed", "list");
    assertThat(target.get()).isEqualTo("b");
    assertThat(List.of(target.isBound())).containsExactly(false);
  }
}
