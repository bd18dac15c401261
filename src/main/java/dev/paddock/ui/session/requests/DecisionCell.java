package dev.paddock.ui.session.requests;

import dev.paddock.proxy.log.RequestRecord;
import dev.paddock.ui.kit.Icon;
import dev.paddock.ui.kit.Symbol;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** What was done with a request: a picture, a word and, for blocked ones, a colour. */
final class DecisionCell extends TableCell<RequestRecord, RequestRecord> {
  private final Icon icon = new Icon(Symbol.GLOBE, 14);
  private @Nullable Symbol shown;

  DecisionCell() {
    getStyleClass().add("decision");
  }

  @Override
  protected void updateItem(@Nullable RequestRecord request, boolean empty) {
    super.updateItem(request, empty);
    if (empty || request == null) {
      setGraphic(null);
      setText(null);
      return;
    }
    show(symbol(request));
    setGraphic(icon);
    setText(RequestText.decision(request));
  }

  private void show(Symbol symbol) {
    if (symbol != shown) {
      shown = symbol;
      icon.show(symbol);
    }
  }

  private static Symbol symbol(RequestRecord request) {
    return switch (request.handling()) {
      case TUNNELLED -> Symbol.GLOBE;
      case FORWARDED -> Symbol.CHECK;
      case CREDENTIAL_PUT -> Symbol.KEY;
      case ANSWERED -> Symbol.INFO;
      case REFUSED -> Symbol.SLASH;
    };
  }
}
