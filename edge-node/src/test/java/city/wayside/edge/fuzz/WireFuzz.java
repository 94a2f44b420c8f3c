package city.wayside.edge.fuzz;

import city.wayside.edge.fuzz.Bystander.Role;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Version;
import io.netty.util.ResourceLeakDetector;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Runs damaged streams against an edge node until so many packets have been dealt with, or the
/// time is over.
///
/// @param counts what happened
/// @param served messages that healthy connections sent or got meanwhile
/// @param seconds how long it took
/// @param findings what is wrong; none when all is well
public record WireFuzz(Counts counts, long served, double seconds, List<String> findings) {

  private static final int ATTACKING_THREADS = 2;
  private static final int BYSTANDERS = 4;
  private static final int LEAK_ROUNDS = 5;

  /// Takes copies.
  public WireFuzz {
    findings = List.copyOf(findings);
  }

  /// Runs it, prints what came of it, and fails when anything was found.
  ///
  /// @param words how many seconds at most, how many packets, the seed
  public static void main(String[] words) throws InterruptedException {
    long secondsMax = Long.parseLong(words[0]);
    long packets = Long.parseLong(words[1]);
    long seed = Long.parseLong(words[2]);
    WireFuzz run = run(secondsMax, packets, seed, true);
    System.out.println(run);
    boolean isShort = run.counts().packets().sum() < packets;
    if (isShort) {
      System.out.println("fewer packets than asked for");
    }
    run.findings().forEach(finding -> System.out.println("finding: " + finding));
    System.exit(run.findings().isEmpty() && !isShort ? 0 : 1);
  }

  /// Runs it.
  static WireFuzz run(long secondsMax, long packets, long seed, boolean printsProgress)
      throws InterruptedException {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    InstantSource clock = InstantSource.system();
    List<String> findings = new CopyOnWriteArrayList<>();
    Counts counts = new Counts();
    long startMs = clock.millis();
    long endMs = startMs + 1_000 * secondsMax;
    long served;
    try (LogWatch _ = new LogWatch(findings);
        Server server = Server.startForgetful()) {
      Runnable progress = printsProgress ? () -> System.out.println(counts) : () -> {};
      Crew crew = new Crew(findings, clock);
      attack(server, seed, counts, crew);
      List<Bystander> bystanders = standBy(server, crew, findings);
      crew.start();
      crew.until(() -> counts.packets().sum(), packets, endMs, progress);
      crew.stop();
      served = bystanders.stream().mapToLong(Bystander::servedCount).sum();
      findLeaks(server);
    }
    if (counts.stuck().sum() > 0) {
      findings.add(counts.stuck().sum() + " connections that were not ended");
    }
    return new WireFuzz(counts, served, (clock.millis() - startMs) / 1e3, findings);
  }

  /// A lost buffer is found when it has been collected and another one is asked for.
  private static void findLeaks(Server server) {
    for (int round = 0; round < LEAK_ROUNDS; round++) {
      System.gc();
      for (Version version : Version.values()) {
        server.connected(version).publish(server.goodMessage().qos(1, 1));
      }
    }
  }

  @Override
  public String toString() {
    return ("%s; %.0f s, %,.0f packets/s; %d healthy connections served %,d times; %d findings")
        .formatted(
            counts, seconds, counts.packets().sum() / seconds, BYSTANDERS, served, findings.size());
  }

  /// Hires those who attack.
  private static void attack(Server server, long seed, Counts counts, Crew crew) {
    byte[] probe = server.probe(7);
    List<Corpus> corpora =
        List.of(Corpus.of(Version.MQTT_311, probe), Corpus.of(Version.MQTT_5, probe));
    InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
    for (int number = 0; number < ATTACKING_THREADS; number++) {
      Stream streams = new Stream(seed + number, corpora);
      Attackers attackers =
          new Attackers(address, streams, counts, InstantSource.system(), crew::goesOn);
      crew.add(new Thread(attackers, "attackers-" + number));
    }
  }

  /// Hires those who must not notice.
  private static List<Bystander> standBy(Server server, Crew crew, List<String> findings) {
    List<Bystander> bystanders = new ArrayList<>();
    for (int number = 0; number < BYSTANDERS; number++) {
      Version version = number % 2 == 0 ? Version.MQTT_5 : Version.MQTT_311;
      Role role = number < BYSTANDERS / 2 ? Role.SPEAKER : Role.LISTENER;
      Bystander bystander = new Bystander(server, version, role, crew::goesOn, findings);
      bystanders.add(bystander);
      crew.add(Thread.ofVirtual().name("bystander-" + number).unstarted(bystander));
    }
    return bystanders;
  }
}
