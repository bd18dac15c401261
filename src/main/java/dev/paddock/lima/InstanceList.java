package dev.paddock.lima;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.paddock.base.Escaped;
import dev.paddock.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code limactl list --json}: one object a line, problems on standard error only. */
final class InstanceList {
  private static final Pattern PROBLEM =
      Pattern.compile("msg=\"instance `([^`]+)` has errors\" errors=\"?\\[(.*?)]?\"?$");

  private InstanceList() {}

  static List<Instance> parse(LimaHome home, String output, String errors)
      throws LimaException.Garbage {
    var instances = new ArrayList<Instance>();
    for (var line : output.lines().filter(l -> !l.isBlank()).toList()) {
      var entry = object(line);
      var name = entry.path("name").asText("");
      if (name.isEmpty() || !entry.has("status")) {
        throw new LimaException.Garbage("list", line);
      }
      // Other names were not made by us.
      if (InstanceFolder.validName(name)) {
        instances.add(instance(home, name, entry, errors));
      }
    }
    return List.copyOf(instances);
  }

  private static Instance instance(LimaHome home, String name, JsonNode entry, String errors) {
    return new Instance(
        name,
        InstanceStatus.of(entry.path("status").asText("")),
        entry.path("sshLocalPort").asInt(0),
        home.instance(name),
        entry.path("vmType").asText(""),
        problems(name, errors));
  }

  private static JsonNode object(String line) throws LimaException.Garbage {
    try {
      var node = Json.mapper().readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Told below.
    }
    throw new LimaException.Garbage("list", line);
  }

  private static List<String> problems(String name, String errors) {
    return errors
        .lines()
        .map(PROBLEM::matcher)
        .filter(m -> m.find() && m.group(1).equals(name))
        .map(m -> Escaped.text(m.group(2), 400))
        .toList();
  }
}
