package dev.paddock.ui.session.requests;

import dev.paddock.proxy.log.RequestRecord;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row that is marked where its request was blocked. */
final class RequestRow extends TableRow<RequestRecord> {
  private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

  @Override
  protected void updateItem(@Nullable RequestRecord request, boolean empty) {
    super.updateItem(request, empty);
    pseudoClassStateChanged(BLOCKED, !empty && request != null && request.refused());
  }
}
