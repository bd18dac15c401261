package dev.paddock.ui.wizard;

import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.View;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The template wizard: Check, Choose, Build, Ready. */
public final class WizardView extends View {
  private final WizardViewModel model;
  private final Map<WizardPage, View> pages = new EnumMap<>(WizardPage.class);
  private final WizardTrail trail = new WizardTrail();
  private final StackPane middle = new StackPane();
  private final Region root;

  /** The wizard of this model. */
  public WizardView(WizardViewModel model) {
    this.model = model;
    pages.put(WizardPage.CHECK, new CheckPage(model));
    pages.put(WizardPage.CHOOSE, new ChoosePage(model));
    pages.put(WizardPage.BUILD, new BuildPage(model));
    pages.put(WizardPage.READY, new ReadyPage(model));
    root =
        Layout.page(Layout.column(26, Labels.headline("Set up the template"), trail, middle), 720);
    root.setId("wizard");
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    lifetime.watch(model.page(), this::show);
    lifetime.add(() -> pages.values().forEach(View::detach));
  }

  private void show(WizardPage page) {
    trail.show(page);
    pages.forEach((at, view) -> {
      if (at == page) {
        view.attach();
        middle.getChildren().setAll(view.root());
      } else {
        view.detach();
      }
    });
  }
}
