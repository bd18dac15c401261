package dev.paddock.ui.wizard;

import dev.paddock.base.Subscription;
import dev.paddock.base.UserError;
import dev.paddock.ui.kit.Background;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The first page: is everything there? FX thread only. */
public final class ChecksModel {
  private final SetupChecks checks;
  private final Background background;
  private final ObservableList<SetupCheck> results = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper passed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<UserError>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Subscription job = () -> {};

  ChecksModel(SetupChecks checks, Background background) {
    this.checks = checks;
    this.background = background;
  }

  /** Looks again. */
  public void run() {
    job.close();
    running.set(true);
    failure.set(Optional.empty());
    job = background.run(checks::run, this::done, this::failed);
  }

  /** What was found last. */
  public ObservableList<SetupCheck> results() {
    return results;
  }

  /** Whether it is being looked at. */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Whether nothing stands in the way. */
  public ReadOnlyBooleanProperty passed() {
    return passed.getReadOnlyProperty();
  }

  /** Why the checks themselves could not be made. */
  public ReadOnlyObjectProperty<Optional<UserError>> failure() {
    return failure.getReadOnlyProperty();
  }

  private void done(List<SetupCheck> found) {
    running.set(false);
    results.setAll(found);
    passed.set(found.stream().noneMatch(c -> c.result() == SetupCheck.Result.FAILED));
  }

  private void failed(UserError error) {
    running.set(false);
    results.clear();
    passed.set(false);
    failure.set(Optional.of(error));
  }
}
