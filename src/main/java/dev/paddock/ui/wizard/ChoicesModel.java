package dev.paddock.ui.wizard;

import dev.paddock.template.TemplateChoices;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The second page: what shall be in the template. FX thread only. */
public final class ChoicesModel {
  private static final int SMALLEST_DISK = 8;
  private static final int LARGEST_DISK = 2000;
  private static final int LARGEST_MEMORY = 1024;

  private final List<String> agents;
  private final BooleanProperty minimal = new SimpleBooleanProperty();
  private final StringProperty disk = new SimpleStringProperty();
  private final StringProperty memory = new SimpleStringProperty();
  private final StringProperty image = new SimpleStringProperty();
  private final StringBinding diskError;
  private final StringBinding memoryError;
  private final BooleanBinding valid;

  ChoicesModel(TemplateChoices usual) {
    agents = usual.agents();
    minimal.set(usual.minimal());
    disk.set(Integer.toString(usual.diskGiB()));
    memory.set(Integer.toString(usual.memoryGiB()));
    image.set(usual.image().orElse(""));
    diskError =
        Bindings.createStringBinding(() -> problem(disk.get(), SMALLEST_DISK, LARGEST_DISK), disk);
    memoryError =
        Bindings.createStringBinding(() -> problem(memory.get(), 1, LARGEST_MEMORY), memory);
    valid =
        Bindings.createBooleanBinding(
            () -> diskError.get().isEmpty() && memoryError.get().isEmpty(), diskError, memoryError);
  }

  /** Only what the agents need, in place of the usual tools. */
  public BooleanProperty minimal() {
    return minimal;
  }

  /** Size of the disk in GiB, as typed. */
  public StringProperty disk() {
    return disk;
  }

  /** Memory of a VM in GiB, as typed. */
  public StringProperty memory() {
    return memory;
  }

  /** A file or URL in place of the usual image, as typed; empty for the usual one. */
  public StringProperty image() {
    return image;
  }

  /** What is wrong with the disk, or empty. */
  public StringBinding diskError() {
    return diskError;
  }

  /** What is wrong with the memory, or empty. */
  public StringBinding memoryError() {
    return memoryError;
  }

  /** Whether a template can be built like this. */
  public BooleanBinding valid() {
    return valid;
  }

  /** The agents that will be installed, by command. */
  public List<String> agents() {
    return agents;
  }

  /** What was chosen; only where it is valid. */
  TemplateChoices choices() {
    return new TemplateChoices(
        minimal.get(),
        Integer.parseInt(disk.get().strip()),
        Integer.parseInt(memory.get().strip()),
        Optional.of(image.get().strip()).filter(text -> !text.isEmpty()),
        agents);
  }

  private static String problem(String text, int least, int most) {
    try {
      var number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return "";
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of bounds.
    }
    return "Write a whole number of GiB from " + least + " to " + most + ".";
  }
}
