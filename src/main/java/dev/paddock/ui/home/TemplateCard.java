package dev.paddock.ui.home;

import dev.paddock.template.TemplateManifest;
import dev.paddock.ui.kit.Buttons;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.ErrorPanel;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Symbol;
import dev.paddock.ui.kit.TimeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** The template's state, and the way to the wizard. */
final class TemplateCard {
  private TemplateCard() {}

  static Region of(TemplateState state, DesktopActions desktop, Instant now, Runnable setUp) {
    return switch (state) {
      case TemplateState.Unknown() -> new Region();
      case TemplateState.Missing() ->
          card(
              "callout",
              "Set up the template first",
              "Every session starts from a template VM. Making it takes a few minutes, once.",
              Buttons.primary("template-setup", "Set up", setUp));
      case TemplateState.Ready(var template) ->
          card(
              "card",
              "Template, built " + TimeText.ago(template.manifest().built(), now),
              String.join("  ·  ", facts(template.manifest())),
              Buttons.plain("template-setup", "Build again…", setUp));
      case TemplateState.Broken(var error) ->
          new ErrorPanel(error, desktop, Buttons.primary("template-setup", "Set up again", setUp));
    };
  }

  private static Region card(String style, String title, String text, Button action) {
    var icon = new Icon(Symbol.LAYERS);
    icon.getStyleClass().add("muted-icon");
    var texts = Layout.growing(Layout.column(3, Labels.strong(title), Labels.muted(text)));
    var card = Layout.row(14, icon, texts, action);
    card.setId("template-card");
    card.getStyleClass().add(style);
    return card;
  }

  private static List<String> facts(TemplateManifest manifest) {
    var facts = new ArrayList<String>();
    manifest.agents().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(agent -> facts.add(agent.getKey() + " " + agent.getValue()));
    facts.add(manifest.choices().minimal() ? "minimal tools" : "all tools");
    facts.add(manifest.choices().diskGiB() + " GiB disk");
    facts.add("up to " + manifest.choices().memoryGiB() + " GiB memory");
    return facts;
  }
}
