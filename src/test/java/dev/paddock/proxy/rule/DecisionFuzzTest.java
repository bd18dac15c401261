package dev.paddock.proxy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.credential.Placeholders;
import java.security.SecureRandom;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The rules and a second, naive implementation must agree about every request. The system
 * properties {@code paddock.fuzz.cases} and {@code paddock.fuzz.seed} set how many and which.
 */
class DecisionFuzzTest {
  private static final List<String> SESSIONS =
      List.of("plain", "open", "user", "ours", "listed", "offline", "ours-listed", "ours-offline");

  private final Placeholders own = new Placeholders(new SecureRandom());
  private final Placeholders old = new Placeholders(new SecureRandom());

  @Test
  void agreesWithTheNaiveRulesOnEveryRequest() {
    int cases = Integer.getInteger("paddock.fuzz.cases", 100_000);
    long seed = Long.getLong("paddock.fuzz.seed", new SecureRandom().nextInt(1 << 30));
    System.out.println(cases + " requests by chance, paddock.fuzz.seed=" + seed);
    var questions = new RandomQuestions(seed, own, old);
    var sessions = sessions();
    var seen = new TreeMap<String, Integer>();
    for (int i = 0; i < cases; ) {
      for (var session : sessions) {
        var question = questions.next();
        var answer = question.ask(session.rules());
        assertThat(answer)
            .as("case %d, seed %d, session %s: %s", i, seed, session.name(), question)
            .isEqualTo(session.naive().ask(question));
        seen.merge(kind(answer), 1, Integer::sum);
        i++;
      }
    }
    System.out.println(seen);
    assertThat(seen.keySet())
        .as("every decision is among them")
        .containsExactlyInAnyOrder(
            "400",
            "403",
            "405",
            "421",
            "anonymous",
            "answer claude",
            "answer codex",
            "foreign",
            "intercept",
            "invalid",
            "misplaced",
            "pass",
            "put acme/app",
            "put acme/docs",
            "put claude",
            "put codex",
            "put copilot",
            "put openai",
            "put user",
            "refused",
            "tunnel",
            "unknown");
  }

  private List<Session> sessions() {
    return SESSIONS.stream()
        .map(name ->
            new Session(
                name, new RequestRules(own, Policies.named(name)), new NaiveRules(name, own, old)))
        .toList();
  }

  private static String kind(String answer) {
    int colon = answer.indexOf(':');
    return colon < 0 ? answer : answer.substring(0, colon);
  }

  private record Session(String name, RequestRules rules, NaiveRules naive) {}
}
