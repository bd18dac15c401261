package dev.paddock.ui.session.requests;

import dev.paddock.proxy.TrafficMeter;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToLongFunction;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;

/**
 * Bytes per second over the last minutes. Its points stay and only change their height, because
 * that costs a chart the least.
 */
final class TrafficChart extends LineChart<Number, Number> {
  private static final double SMALLEST = 1000;

  private final XYChart.Series<Number, Number> received = new XYChart.Series<>();
  private final XYChart.Series<Number, Number> sent = new XYChart.Series<>();
  private final NumberAxis height;

  TrafficChart() {
    this(new NumberAxis(-RequestsViewModel.SECONDS, 0, 60), new NumberAxis(0, SMALLEST, SMALLEST));
  }

  private TrafficChart(NumberAxis time, NumberAxis height) {
    super(time, height);
    this.height = height;
    time.setTickLabelFormatter(new AxisText(TrafficChart::ago));
    time.setMinorTickVisible(false);
    height.setTickLabelFormatter(new AxisText(bytes -> RequestText.bytes((long) bytes) + "/s"));
    height.setMinorTickVisible(false);
    setId("requests-chart");
    setAccessibleText("Bytes per second over the last three minutes");
    getStyleClass().add("traffic-chart");
    setAnimated(false);
    setCreateSymbols(false);
    setLegendVisible(false);
    setHorizontalZeroLineVisible(false);
    setVerticalZeroLineVisible(false);
    setVerticalGridLinesVisible(false);
    setAlternativeRowFillVisible(false);
    for (int i = 0; i < RequestsViewModel.SECONDS; i++) {
      int second = i + 1 - RequestsViewModel.SECONDS;
      received.getData().add(new XYChart.Data<>(second, 0));
      sent.getData().add(new XYChart.Data<>(second, 0));
    }
    getData().add(received);
    getData().add(sent);
  }

  void show(List<TrafficMeter.Second> seconds) {
    set(received, seconds, TrafficMeter.Second::received);
    set(sent, seconds, TrafficMeter.Second::sent);
    long peak = seconds.stream().mapToLong(s -> Math.max(s.sent(), s.received())).max().orElse(0);
    height.setUpperBound(roundUp(peak));
    height.setTickUnit(roundUp(peak) / 2);
  }

  /** The next of 1, 2, 5, 10, ... kB. */
  static double roundUp(long bytes) {
    double bound = SMALLEST;
    while (bound < bytes) {
      double first = bound / Math.pow(10, Math.floor(Math.log10(bound) + 1e-9));
      bound *= first > 1.5 && first < 3 ? 2.5 : 2;
    }
    return bound;
  }

  private static void set(
      XYChart.Series<Number, Number> series,
      List<TrafficMeter.Second> seconds,
      ToLongFunction<TrafficMeter.Second> value) {
    for (int i = 0; i < Math.min(seconds.size(), series.getData().size()); i++) {
      var point = series.getData().get(i);
      long next = value.applyAsLong(seconds.get(i));
      if (point.getYValue().longValue() != next) {
        point.setYValue(next);
      }
    }
  }

  private static String ago(double seconds) {
    return seconds == 0 ? "now" : Math.round(-seconds / 60) + " min ago";
  }

  private static final class AxisText extends StringConverter<Number> {
    private final DoubleFunction<String> text;

    AxisText(DoubleFunction<String> text) {
      this.text = text;
    }

    @Override
    public String toString(Number number) {
      return text.apply(number.doubleValue());
    }

    @Override
    public Number fromString(String string) {
      throw new UnsupportedOperationException("axes are only shown");
    }
  }
}
