package city.wayside.edge.fuzz;

import city.wayside.edge.fuzz.Bystander.Role;
import city.wayside.edge.rig.Server;
import city.wayside.model.telemetry.Metric;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Runs damaged CoAP datagrams against an edge node until so many have been dealt with, or the time
/// is over.
///
/// @param datagrams that the server is known to have dealt with
/// @param served messages that healthy clients sent or were told meanwhile
/// @param seconds how long it took
/// @param findings what is wrong; none when all is well
public record CoapFuzz(long datagrams, long served, double seconds, List<String> findings) {

  private static final int ATTACKERS = 4;
  private static final int BYSTANDERS = 4;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(25);

  /// Takes copies.
  public CoapFuzz {
    findings = List.copyOf(findings);
  }

  /// Runs it, prints what came of it, and fails when anything was found.
  ///
  /// @param words how many seconds at most, how many datagrams, the seed
  public static void main(String[] words) throws InterruptedException {
    long datagramsMin = Long.parseLong(words[1]);
    CoapFuzz run = run(Long.parseLong(words[0]), datagramsMin, Long.parseLong(words[2]), true);
    System.out.println(run);
    boolean isShort = run.datagrams() < datagramsMin;
    if (isShort) {
      System.out.println("fewer datagrams than asked for");
    }
    run.findings().forEach(finding -> System.out.println("finding: " + finding));
    System.exit(run.findings().isEmpty() && !isShort ? 0 : 1);
  }

  /// Runs it.
  static CoapFuzz run(long secondsMax, long datagrams, long seed, boolean printsProgress)
      throws InterruptedException {
    InstantSource clock = InstantSource.system();
    List<String> findings = new CopyOnWriteArrayList<>();
    LongAdder dealtWith = new LongAdder();
    long startMs = clock.millis();
    long endMs = startMs + 1_000 * secondsMax;
    long served;
    try (LogWatch _ = new LogWatch(findings);
        Server server = Server.startForgetful()) {
      Crew crew = new Crew(findings, clock);
      SplittableRandom random = new SplittableRandom(seed);
      for (int number = 1; number <= ATTACKERS; number++) {
        CoapAttacker attacker =
            new CoapAttacker(server, number, random.split(), dealtWith, crew::goesOn);
        crew.add(new Thread(attacker, "coap-attacker-" + number));
      }
      List<CoapBystander> bystanders = new ArrayList<>();
      for (int number = 0; number < BYSTANDERS; number++) {
        Role role = number % 2 == 0 ? Role.SPEAKER : Role.LISTENER;
        CoapBystander bystander = new CoapBystander(server, role, crew::goesOn, findings);
        bystanders.add(bystander);
        crew.add(Thread.ofVirtual().name("coap-bystander-" + number).unstarted(bystander));
      }
      Runnable progress =
          printsProgress ? () -> System.out.printf("%,d datagrams%n", dealtWith.sum()) : () -> {};
      crew.start();
      crew.until(dealtWith::sum, datagrams, endMs, progress);
      crew.stop();
      served = bystanders.stream().mapToLong(CoapBystander::servedCount).sum();
      findUnanswered(server, findings);
    }
    return new CoapFuzz(dealtWith.sum(), served, (clock.millis() - startMs) / 1e3, findings);
  }

  /// Nothing may wait for the grid for ever.
  private static void findUnanswered(Server server, List<String> findings) {
    try {
      Awaitility.await()
          .atMost(SETTLED_WITHIN)
          .until(() -> server.total(Metric.EDGE_COAP_WAITING) == 0);
    } catch (ConditionTimeoutException _) {
      findings.add(server.total(Metric.EDGE_COAP_WAITING) + " requests wait for ever");
    }
  }

  @Override
  public String toString() {
    return ("%,d datagrams; %.0f s, %,.0f datagrams/s; %d healthy clients served %,d times;"
            + " %d findings")
        .formatted(datagrams, seconds, datagrams / seconds, BYSTANDERS, served, findings.size());
  }
}
