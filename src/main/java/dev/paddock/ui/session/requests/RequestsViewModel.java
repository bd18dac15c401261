package dev.paddock.ui.session.requests;

import dev.paddock.proxy.TrafficMeter;
import dev.paddock.proxy.log.RequestHistory;
import dev.paddock.proxy.log.RequestRecord;
import dev.paddock.ui.kit.Bridge;
import dev.paddock.ui.kit.Delays;
import dev.paddock.ui.kit.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * What the panel of requests shows: the history, at most four times a second, however fast requests
 * come. FX thread only.
 */
public final class RequestsViewModel {
  /** How many seconds the chart looks back. */
  static final int SECONDS = 180;

  private static final Duration REFRESH = Duration.ofMillis(250);

  private final RequestHistory history;
  private final ObservableValue<Instant> now;
  private final Delays delays;
  private final ObservableList<RequestRecord> all = FXCollections.observableArrayList();
  private final FilteredList<RequestRecord> shown = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty blockedOnly = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper totals = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<TrafficMeter.Second>> traffic =
      new ReadOnlyObjectWrapper<>(List.of());

  /** Shows nothing before it is attached; {@code now} changes every second. */
  public RequestsViewModel(RequestHistory history, ObservableValue<Instant> now, Delays delays) {
    this.history = history;
    this.now = now;
    this.delays = delays;
    filter.subscribe(this::applyFilter);
    blockedOnly.subscribe(this::applyFilter);
  }

  /** Follows the history for a lifetime. */
  void attach(Lifetime lifetime) {
    var changes = Bridge.observe(history.changes(), task -> delays.after(REFRESH, task), lifetime);
    lifetime.onChange(changes, this::refresh);
    lifetime.onChange(now, this::refreshTraffic);
    refresh();
    refreshTraffic();
  }

  /** Those that pass the filter, newest first. */
  ObservableList<RequestRecord> shown() {
    return shown;
  }

  /** Words that all have to occur in what is shown of a request. */
  StringProperty filter() {
    return filter;
  }

  /** Whether only refused requests are shown. */
  BooleanProperty blockedOnly() {
    return blockedOnly;
  }

  /** Sums over all requests. */
  ReadOnlyStringProperty totals() {
    return totals.getReadOnlyProperty();
  }

  /** Bytes of the last {@link #SECONDS} whole seconds. */
  ReadOnlyObjectProperty<List<TrafficMeter.Second>> traffic() {
    return traffic.getReadOnlyProperty();
  }

  /** Why nothing is shown, where that is so. */
  String nothing() {
    return all.isEmpty() ? "No request so far." : "No request matches the filter.";
  }

  private void refresh() {
    var latest = history.records().reversed();
    long newest = all.isEmpty() ? -1 : all.getFirst().number();
    var fresh = latest.stream().takeWhile(r -> r.number() > newest).toList();
    var known = latest.subList(fresh.size(), latest.size());
    if (known.size() < all.size()) {
      var kept = known.stream().map(RequestRecord::number).collect(Collectors.toSet());
      all.removeIf(r -> !kept.contains(r.number()));
    }
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).equals(known.get(i))) {
        all.set(i, known.get(i));
      }
    }
    all.addAll(0, fresh);
    totals.set(RequestText.totals(history.totals()));
  }

  private void refreshTraffic() {
    // The second that is not over yet would always look like a fall.
    traffic.set(history.meter().last(SECONDS + 1).subList(0, SECONDS));
  }

  private void applyFilter() {
    var words = filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
    Predicate<RequestRecord> matches = blockedOnly.get() ? RequestRecord::refused : r -> true;
    for (var word : words) {
      matches = matches.and(r -> RequestText.mentions(r, word));
    }
    shown.setPredicate(matches);
  }
}
