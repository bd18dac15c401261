package dev.paddock.ui.window;

import dev.paddock.session.LaunchPlan;
import dev.paddock.session.LaunchRequest;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.ModalLayer;
import dev.paddock.ui.launch.LaunchServices;
import dev.paddock.ui.launch.LaunchView;
import dev.paddock.ui.launch.LaunchViewModel;
import dev.paddock.ui.launch.Launcher;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens launch sheets, one at a time. FX thread only. */
final class LaunchSheets {
  private final ModalLayer sheets;
  private final DesktopActions desktop;
  private final Function<Launcher, LaunchServices> services;
  private final Runnable openWizard;
  private @Nullable LaunchView open;

  LaunchSheets(
      ModalLayer sheets,
      DesktopActions desktop,
      Function<Launcher, LaunchServices> services,
      Runnable openWizard) {
    this.sheets = sheets;
    this.desktop = desktop;
    this.services = services;
    this.openWizard = openWizard;
  }

  /**
   * Opens a sheet in place of one that is open.
   *
   * @param first what its inputs begin with
   * @param start starts what the person decided on; the sheet is closed by then
   */
  void open(LaunchRequest first, BiConsumer<LaunchRequest, LaunchPlan> start) {
    close();
    var model = new LaunchViewModel(services.apply(launcher(start)), first);
    var view = new LaunchView(model, desktop);
    open = view;
    view.attach();
    sheets.show(view.root(), view.first(), this::close);
  }

  void close() {
    if (open != null) {
      open.detach();
      sheets.hide(open.root());
      open = null;
    }
  }

  private Launcher launcher(BiConsumer<LaunchRequest, LaunchPlan> start) {
    return new Launcher() {
      @Override
      public void launch(LaunchRequest request, LaunchPlan plan) {
        close();
        start.accept(request, plan);
      }

      @Override
      public void cancel() {
        close();
      }

      @Override
      public void openWizard() {
        close();
        openWizard.run();
      }
    };
  }
}
