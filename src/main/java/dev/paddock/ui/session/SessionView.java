package dev.paddock.ui.session;

import dev.paddock.session.SessionState;
import dev.paddock.session.SessionStatus;
import dev.paddock.ui.kit.DesktopActions;
import dev.paddock.ui.kit.Labels;
import dev.paddock.ui.kit.Layout;
import dev.paddock.ui.kit.Lifetime;
import dev.paddock.ui.kit.ProgressList;
import dev.paddock.ui.kit.View;
import dev.paddock.ui.session.requests.RequestsView;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The screen of a session: its start, its terminal, its end. */
public final class SessionView extends View {
  private final SessionViewModel model;
  private final TerminalPane terminal;
  private final SessionHeader header;
  private final ProgressList steps = new ProgressList("steps");
  private final Label startHeadline = Labels.headline("");
  private final Region starting;
  private final FailurePane failed;
  private final NetworkPanel network = new NetworkPanel();
  private final ResultBar result;
  private final Label statusLine = new Label();
  private final BorderPane middle = new BorderPane();
  private final SplitPane split = new SplitPane(middle);
  private final BorderPane root = new BorderPane();
  private @Nullable RequestsView requests;
  private @Nullable SessionStatus last;

  /** A screen for this session, whose agent draws into the terminal. */
  public SessionView(SessionViewModel model, TerminalPane terminal, DesktopActions desktop) {
    this.model = model;
    this.terminal = terminal;
    failed = new FailurePane(model, desktop);
    header = new SessionHeader(model);
    result = new ResultBar(model);
    starting =
        Layout.page(
            Layout.column(
                24,
                Layout.column(6, startHeadline, Labels.muted("In " + model.projectPath())),
                steps),
            560);
    statusLine.setId("session-status");
    statusLine.getStyleClass().add("status-line");
    statusLine.setMaxWidth(Double.MAX_VALUE);
    root.setId("session");
    root.getStyleClass().add("session");
    split.setOrientation(Orientation.VERTICAL);
    root.setTop(header.root());
    root.setCenter(split);
    root.setBottom(Layout.column(0, result, statusLine));
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void focus() {
    if (Showing.of(model.status().get()) == Showing.TERMINAL) {
      terminal.focus();
    }
  }

  /** Shows the panel of requests, with the focus in it, or hides it. */
  public void toggleRequests() {
    header.requests().setSelected(!header.requests().isSelected());
  }

  @Override
  protected void onAttach(Lifetime lifetime) {
    header.attach();
    lifetime.add(header::detach);
    model.attach(lifetime);
    lifetime.watch(model.steps(), steps::show);
    lifetime.watch(model.status(), this::show);
    lifetime.watchList(model.notices(), () -> network.show(model.notices()));
    lifetime.watch(
        header.network().selectedProperty(), open -> root.setRight(open ? network : null));
    lifetime.watch(header.requests().selectedProperty(), this::showRequests);
    lifetime.add(this::detachRequests);
  }

  private void showRequests(boolean wanted) {
    if (wanted) {
      var panel =
          requests == null ? new RequestsView(model.requests(), this::toggleRequests) : requests;
      requests = panel;
      if (!split.getItems().contains(panel.root())) {
        split.getItems().add(panel.root());
        split.setDividerPositions(0.42);
      }
      panel.attach();
      panel.first().requestFocus();
    } else if (requests != null && split.getItems().remove(requests.root())) {
      requests.detach();
      terminal.focus();
    }
  }

  private void detachRequests() {
    if (requests != null) {
      requests.detach();
    }
  }

  private void show(SessionStatus status) {
    startHeadline.setText(model.startHeadline());
    statusLine.setText(model.statusLine());
    Layout.show(statusLine, !model.statusLine().isEmpty());
    Layout.show(result, status.state() == SessionState.ENDED);
    result.show(model);
    var showing = Showing.of(status);
    var before = last;
    last = status;
    if (showing == Showing.FAILURE && (before == null || changed(before, status))) {
      failed.show(status, steps, terminal.node());
    }
    showMiddle(showing);
  }

  private void showMiddle(Showing showing) {
    Node shown =
        switch (showing) {
          case STEPS -> starting;
          case TERMINAL -> terminal.node();
          case FAILURE -> failed;
        };
    if (!shown.equals(middle.getCenter())) {
      middle.setCenter(shown);
      focus();
    }
  }

  private static boolean changed(SessionStatus before, SessionStatus now) {
    return !before.failure().equals(now.failure()) || before.state() != now.state();
  }
}
